#if USE_HANGFIRE
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Jobs;

/// <summary>A lock of Hangfire is a row: it stays when whoever took it is killed.</summary>
public sealed class HangfireLockTests
{
    [Theory, OnPostgres]
    public async Task What_a_node_had_locked_when_it_was_killed_is_free_within_a_minute(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await ServiceProcess.RunCommandAsync(database, "migrate");
        foreach (var held in (string[])["recurring-jobs:lock", "lock:recurring-job:FinishIntents", "KeepAuditChained"])
        {
            await database.ExecuteAsync($"INSERT INTO hangfire.lock (resource, updatecount, acquired) VALUES ('hangfire:{held}', 0, now())");
        }

        await using var service = await ServiceProcess.StartAsync(database);

        await RecurringJobTests.WriteAsync(database);
        await RecurringJobTests.UntilChainedAsync(database, service);
    }
}
#endif
