using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Pathways;

/// <summary>The process dies after a pathway was completed and before its award.</summary>
public sealed class CompletedThenKilledTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_completed_is_awarded_once_after_the_next_start(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");
        string ends;
        await using (var dying = await ServiceProcess.StartAsync(database, address, ("PROMOTE_FAILPOINT", "pathway-completed")))
        {
            dying.ActFor(seed);
            var before = await Walked.ByAsync(dying, seed, await Walked.AchievementAsync(dying, "Second"));
            ends = before.Ends;
            await before.EarnAsync(before.Parts[0]);
            await before.EarnAsync(before.Parts[1]);
            await dying.UntilGoneAsync();
        }

        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM pathway_completions WHERE award_id IS NULL"));
        Assert.Equal(0, await database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{ends}'"));

        for (var start = 0; start < 2; start++)
        {
            await using var service = await ServiceInside.StartAsync(database, address);
            Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM pathway_completions WHERE award_id IS NOT NULL"));
            Assert.Equal(1, await database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{ends}'"));
        }
    }
}
