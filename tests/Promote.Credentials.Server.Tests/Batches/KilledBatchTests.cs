using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>The process dies in the middle of a batch.</summary>
public sealed class KilledBatchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_start_goes_on_and_nobody_is_awarded_twice(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");
        Sent batch;
        await using (var dying = await ServiceProcess.StartAsync(database, address, ("PROMOTE_FAILPOINT", "batch-line:7")))
        {
            dying.ActFor(seed);
            var lines = string.Concat(Enumerable.Range(0, 20).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20\n"));
            batch = await Sent.PostAsync(dying, await Walked.AchievementAsync(dying, "Cohort"), "givenName,familyName,email,awardedOn\n" + lines, "&confirm=true");
            await dying.UntilGoneAsync();
        }

        Assert.Equal(7, await database.CountAsync("SELECT count(*) FROM awards"));

        // The lease of the dead process is over before anybody waits for it.
        await database.ExecuteAsync("UPDATE batches SET leased_until = NULL");
        await using var service = await ServiceProcess.StartAsync(database, address);
        service.ActFor(seed);
        var done = await (batch with { Service = service }).UntilAsync("done");

        Assert.Equal((20, 20, 0, 20, 0), Sent.CountsOf(done));
        await Ledger.AssertWholeAsync(database, 20);
    }
}
