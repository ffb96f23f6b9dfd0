using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>The process dies in the middle of a batch.</summary>
public sealed class KilledBatchTests
{
    private const int Lines = 110;

    // Before and after the commit of the promises of a chunk, and before and after that of its documents.
    [Theory]
    [OnSqlite("issue-5:2", Lines), OnSqlite("issue-7:1", 100)]
    [OnPostgres("issue-4:1", 0), OnPostgres("issue-5:2", Lines), OnPostgres("issue-8:2", Lines)]
    public async Task The_next_start_goes_on_and_nobody_is_awarded_twice(Database kind, string failpoint, int promised)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");
        Sent batch;
        await using (var dying = await ServiceProcess.StartAsync(database, address, ("PROMOTE_FAILPOINT", failpoint)))
        {
            dying.ActFor(seed);
            var lines = string.Concat(Enumerable.Range(0, Lines).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20\n"));
            batch = await Sent.PostAsync(dying, await Walked.AchievementAsync(dying, "Cohort"), "givenName,familyName,email,awardedOn\n" + lines, "&confirm=true");
            await dying.UntilGoneAsync();
        }

        Assert.InRange(await database.CountAsync("SELECT count(*) FROM awards"), kind == Database.Sqlite ? promised : 0, promised);

        // The lease of the dead process is over before anybody waits for it.
        await database.ExecuteAsync("UPDATE batches SET leased_until = NULL");
        await using var service = await ServiceInside.StartAsync(database, address);
        service.ActFor(seed);
        var done = await (batch with { Service = service }).UntilAsync("done");

        Assert.Equal((Lines, Lines, 0, Lines, 0), Sent.CountsOf(done));
        await Ledger.AssertWholeAsync(database, Lines);
    }
}
