using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Tests.Formats.DataModel;

namespace Promote.Credentials.Server.Tests.VcApi;

/// <summary>What becomes of a platform's documents when the process dies, and when a database is put back.</summary>
[Trait("speed", "slow")]
public sealed class PlatformLifeTests
{
    private static JsonObject WithStatus => new() { ["profile"] = "bitstring" };

    [Theory, OnSqlite, OnPostgres]
    public Task A_crash_before_the_signature_leaves_an_intent_that_nobody_sees(Database kind) => CrashAsync(kind, "platform-5");

    [Theory, OnSqlite, OnPostgres]
    public Task A_crash_after_the_signature_leaves_an_intent_that_nobody_sees(Database kind) => CrashAsync(kind, "platform-7");

    [Fact]
    public async Task An_intent_that_a_crash_left_is_given_up_after_a_while_and_what_was_issued_stays()
    {
        var service = new RunningService();
        await service.InitializeAsync();
        var platform = new Platform(service.First);
        await platform.TurnAsync(on: true);
        foreach (var _ in (int[])[1, 2, 3])
        {
            await platform.IssuedAsync(await DocumentAsync(platform), WithStatus);
        }

        var ids = await service.Database.QueryAsync("SELECT id FROM platform_credentials ORDER BY id");
        await service.Database.ExecuteAsync($"UPDATE platform_credentials SET state = 'intended', created_at = created_at - 600000 WHERE id = '{ids[0][0]}'");
        await service.Database.ExecuteAsync($"UPDATE platform_credentials SET state = 'intended' WHERE id = '{ids[1][0]}'");
        await service.Database.ExecuteAsync($"UPDATE platform_credentials SET created_at = created_at - 600000 WHERE id = '{ids[2][0]}'");

        await ActivatorUtilities.CreateInstance<GiveUpIntents>(service.Services).RunAsync("", default);

        Assert.Equal([ids[1][0], ids[2][0]], (await service.Database.QueryAsync("SELECT id FROM platform_credentials ORDER BY id")).Select(row => row[0]));
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_restored_database_does_not_bring_a_revoked_document_back()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, Given.SameAddress);
        var platform = new Platform(service.Client);
        await platform.TurnAsync(on: true);
        var (revoked, suspended, kept) = (await IssuedAsync(platform), await IssuedAsync(platform), await IssuedAsync(platform));
        Assert.Equal(HttpStatusCode.OK, await platform.ChangeAsync(revoked["credentialStatus"]![0]!, true));
        Assert.Equal(HttpStatusCode.OK, await platform.ChangeAsync(suspended["credentialStatus"]![1]!, true));

        // What a restored backup comes down to, without pulling the file away under the process.
        await database.ExecuteAsync("UPDATE platform_credentials SET revoked_at = NULL, suspended_at = NULL");
        await database.ExecuteAsync("UPDATE status_lists SET version = 0");
        var list = new Uri((string)revoked["credentialStatus"]![0]!["statusListCredential"]!).PathAndQuery;
        using (var older = await service.Anonymous.GetAsync(list))
        {
            Assert.Equal("PC-R026", (await Problem.ReadAsync(older)).Code);
        }

        using (var refused = await platform.IssueAsync(await DocumentAsync(platform), WithStatus))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await ServiceProcess.RunCommandAsync(database, "status recover", Given.SameAddress);

        Assert.True(await platform.BitAsync(revoked["credentialStatus"]![0]!));
        Assert.True(await platform.BitAsync(suspended["credentialStatus"]![1]!));
        Assert.False(await platform.BitAsync(kept["credentialStatus"]![0]!));
        Assert.Equal(HttpStatusCode.BadRequest, (await platform.VerifyAsync(revoked)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await platform.VerifyAsync(suspended)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await platform.VerifyAsync(kept)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, await platform.ChangeAsync(revoked["credentialStatus"]![0]!, false));
        var next = await IssuedAsync(platform);
        Assert.NotEqual(list, new Uri((string)next["credentialStatus"]![0]!["statusListCredential"]!).PathAndQuery);
    }

    private static async Task CrashAsync(Database kind, string failpoint)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await Seed.AddAsync(database);
        await using (var dying = await ServiceProcess.StartAsync(database, Given.SameAddress, ("PROMOTE_FAILPOINT", $"{failpoint}:2")))
        {
            var platform = new Platform(dying.Client);
            await platform.TurnAsync(on: true);
            await IssuedAsync(platform);
            await Assert.ThrowsAsync<HttpRequestException>(() => IssuedAsync(platform));
            await dying.UntilGoneAsync();
        }

        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM platform_credentials WHERE state = 'intended'"));
        await using var restarted = await ServiceInside.StartAsync(database, Given.SameAddress);
        var again = new Platform(restarted.Client);
        var issued = await IssuedAsync(again);

        Assert.Equal(HttpStatusCode.OK, (await again.VerifyAsync(issued)).StatusCode);
        Assert.Equal(2, await database.CountAsync("SELECT count(*) FROM platform_credentials WHERE state = 'issued'"));
        Assert.Equal(2, await database.CountAsync("SELECT count(*) FROM audit WHERE action = 'credential.issued'"));
        Assert.Equal(3, await database.CountAsync("SELECT count(DISTINCT revocation_index) FROM platform_credentials"));
        Assert.Equal(3, await database.CountAsync("SELECT count(DISTINCT suspension_index) FROM platform_credentials"));
    }

    private static async Task<JsonObject> IssuedAsync(Platform platform) => await platform.IssuedAsync(await DocumentAsync(platform), WithStatus);

    private static async Task<JsonObject> DocumentAsync(Platform platform)
    {
        var document = DataModelCases.Document("as it is", await platform.DidAsync("eddsa-rdfc-2022"));
        document["id"] = $"urn:uuid:{Guid.CreateVersion7()}";
        return document;
    }
}
