using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Status;

/// <summary>An operator restores a backup that is older than what was published: nobody gets a revoked credential back.</summary>
[Trait("speed", "slow")]
public sealed class RestoredDatabaseTests
{
    [Fact]
    public async Task A_restored_database_signs_nothing_until_it_is_recovered_and_then_everybody_is_revoked_again()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        Given kept, suspended, lost;
        await using (var service = await ServiceProcess.StartAsync(database, Given.SameAddress))
        {
            (kept, suspended) = (await Given.AwardAsync(service, seed, "kept", "ob3", "ob2"), await Given.AwardAsync(service, seed, "suspended"));
        }

        var backup = await BackUpAsync(database);
        int lostIndex;
        await using (var service = await ServiceProcess.StartAsync(database, Given.SameAddress))
        {
            lost = await Given.AwardAsync(service, seed, "lost");
            lostIndex = (await lost.PlacesAsync())[0].Index;
            await kept.At(service).ChangeAsync("revoke", "Awarded by mistake");
            await suspended.At(service).ChangeAsync("suspend", "Under review");
            await lost.ChangeAsync("revoke", "Awarded by mistake");
        }

        var list = (await kept.PlacesAsync())[0].List;
        await RestoreAsync(database, backup);

        await using (var service = await ServiceProcess.StartUnreadyAsync(database, Given.SameAddress))
        {
            await AssertNothingIsSignedAsync(service, seed, kept.At(service), list);
            Assert.Contains("promote status recover", service.Output, StringComparison.Ordinal);
        }

        var said = await ServiceProcess.RunCommandAsync(database, "status recover", Given.SameAddress);
        Assert.Contains("1 award(s) revoked and 1 suspended again, 1 bit(s) kept", said, StringComparison.Ordinal);
        Assert.Contains("Nothing to recover", await ServiceProcess.RunCommandAsync(database, "status recover", Given.SameAddress), StringComparison.Ordinal);

        await using var recovered = await ServiceInside.StartAsync(database, Given.SameAddress);
        var revoked = await kept.At(recovered).ReadAsync();
        Assert.Equal(("revoked", "Restored from the published list"), (revoked.GetProperty("status").GetString(), revoked.GetProperty("reason").GetString()));
        Assert.True(await kept.At(recovered).IsSetAsync());
        Assert.Equal(("invalid", "failed"), await kept.At(recovered).VerdictAsync());
        Assert.Equal("suspended", (await suspended.At(recovered).ReadAsync()).GetProperty("status").GetString());
        Assert.True((await Given.ListAsync(recovered, list))[lostIndex]);
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM audit WHERE action = 'status.recovered' AND actor = 'command line'"));
        Assert.Equal(1, await database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'award.revoked' AND subject = '{kept.Id}'"));

        var next = await Given.AwardAsync(recovered, seed, "next");
        Assert.NotEqual(list, (await next.PlacesAsync())[0].List);
        Assert.Equal(("valid", "passed"), await next.VerdictAsync());
        await suspended.At(recovered).ChangeAsync("reinstate", "Fine");
        Assert.False(await suspended.At(recovered).IsSetAsync());
        Assert.True((await Given.ListAsync(recovered, list))[lostIndex]);
        Assert.True(await kept.At(recovered).IsSetAsync());
    }

    [Fact]
    public async Task The_newest_database_put_back_is_taken_as_it_was()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        Given given;
        string older, newest;
        await using (var service = await ServiceProcess.StartAsync(database, Given.SameAddress))
        {
            given = await Given.AwardAsync(service, seed);
        }

        older = await BackUpAsync(database);
        await using (var service = await ServiceProcess.StartAsync(database, Given.SameAddress))
        {
            await given.At(service).ChangeAsync("revoke", "Awarded by mistake");
        }

        newest = await BackUpAsync(database);
        await RestoreAsync(database, older);
        await using (var service = await ServiceProcess.StartUnreadyAsync(database, Given.SameAddress))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Anonymous.GetAsync("/readyz")).StatusCode);
        }

        await RestoreAsync(database, newest);
        await using var again = await ServiceInside.StartAsync(database, Given.SameAddress);
        Assert.True(await given.At(again).IsSetAsync());
        await Given.AwardAsync(again, seed, "next");
    }

    [Fact]
    public async Task A_database_that_is_restored_under_a_running_service_is_noticed_with_the_next_change()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, Given.SameAddress);
        var (first, second) = (await Given.AwardAsync(service, seed, "first"), await Given.AwardAsync(service, seed, "second"));
        await first.ChangeAsync("revoke", "Awarded by mistake");

        // What a restored backup comes down to, without pulling the file away under the process.
        await database.ExecuteAsync($"UPDATE awards SET revoked_at = NULL, revocation_reason = NULL WHERE id = '{first.Id}'");
        await database.ExecuteAsync("UPDATE status_lists SET version = 0");
        var list = (await first.PlacesAsync())[0].List;

        using var answer = await service.Anonymous.GetAsync($"/status/{list}");
        Assert.Equal("PC-R026", (await Problem.ReadAsync(answer)).Code);
        await AssertNothingIsSignedAsync(service, seed, second, list);

        await ServiceProcess.RunCommandAsync(database, "status recover", Given.SameAddress);
        Assert.True(await first.IsSetAsync());
        Assert.Equal("revoked", (await first.ReadAsync()).GetProperty("status").GetString());
        Assert.NotEqual(list, (await (await Given.AwardAsync(service, seed, "next")).PlacesAsync())[0].List);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous.GetAsync("/readyz")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_somebody_lost_or_changed_is_not_begun_anew()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using (var service = await ServiceProcess.StartAsync(database, Given.SameAddress))
        {
            await Given.AwardAsync(service, seed);
        }

        await File.WriteAllTextAsync(Path.Combine(database.Directory, "status-versions.json"), "{");
        var (exitCode, output) = await ServiceProcess.RunToEndAsync(database, Given.SameAddress);
        Assert.Equal(1, exitCode);
        Assert.Contains("Promote__StatusVersionFile cannot be read", output, StringComparison.Ordinal);
    }

    private static async Task AssertNothingIsSignedAsync(TestedService service, Seed seed, Given given, string list)
    {
        using var readiness = await service.Anonymous.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, readiness.StatusCode);
        Assert.False((await readiness.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty("status").GetBoolean());
        var hosted = await service.Database.QueryAsync("SELECT document_id FROM credentials WHERE format = 'ob2'");
        foreach (var answer in new[]
        {
            await service.Anonymous.GetAsync($"/status/{list}"),
            await service.Anonymous.GetAsync("/ob2/issuers/cove-ro/revocations"),
            await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "another")),
            await given.PostAsync("revoke", new { reason = "Awarded by mistake" }),
            await given.PostAsync("replace", "{}"),
        }.Concat(await Task.WhenAll(hosted.Select(row => service.Anonymous.GetAsync($"/ob2/assertions/{row[0]}")))))
        {
            var problem = await Problem.ReadAsync(answer);
            Assert.Equal(("PC-R026", 503), (problem.Code, problem.Status));
            Assert.Contains("promote status recover", problem.Detail, StringComparison.Ordinal);
            answer.Dispose();
        }

        Assert.Equal(("unconfirmed", "notChecked"), await given.VerdictAsync());
    }

    // What backups do: a consistent copy of the database, and of nothing else.
    private static async Task<string> BackUpAsync(TestDatabase database)
    {
        var file = Path.Combine(database.Directory, $"{Guid.CreateVersion7():N}.bak");
        await database.ExecuteAsync($"VACUUM INTO '{file}'");
        SqliteConnection.ClearAllPools();
        return file;
    }

    private static Task RestoreAsync(TestDatabase database, string backup)
    {
        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(database.Settings.ConnectionString).DataSource;
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.Copy(backup, file, overwrite: true);
        return Task.CompletedTask;
    }
}
