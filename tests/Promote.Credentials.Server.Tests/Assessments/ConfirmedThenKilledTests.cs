using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Assessments;

/// <summary>The process dies after the decision and before the award.</summary>
public sealed class ConfirmedThenKilledTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_confirmed_is_awarded_once_after_the_next_start(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");
        string id;

        // The first step that is saved is what the assessor records, the second what they submit, the third is the decision.
        await using (var dying = await ServiceProcess.StartAsync(database, address, ("PROMOTE_FAILPOINT", "assessment-saved:3")))
        {
            using var before = await Assessed.ByAsync(dying, seed);
            id = await before.RecordedAsync();
            await Assessed.TakeAsync(before.Assessor, id, "submit");
            await Assert.ThrowsAsync<HttpRequestException>(() => Assessed.StepAsync(before.Validator, id, "confirm"));
            await dying.UntilGoneAsync();
        }

        Assert.Equal(0, await database.CountAsync("SELECT count(*) FROM awards"));
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM assessments WHERE state = 'confirmed'"));

        await using var service = await ServiceInside.StartAsync(database, address);
        using var client = Assessed.Client(service, seed.ApiKey);
        Assert.True((await client.GetFromJsonAsync<JsonElement>($"/api/v1/assessments/{id}")).TryGetProperty("award", out _));
        await Ledger.AssertWholeAsync(database, 1);
    }
}
