using System.Diagnostics;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Jobs;

/// <summary>What the engine of the jobs is for, whichever it is: what nobody woke a job for is found by the job that recurs.</summary>
public sealed class RecurringJobTests
{
    // What a dead node had in hand is taken over after this at the latest: Quartz.NET needs ten seconds, Hangfire thirty.
    private static readonly TimeSpan TakenOver = TimeSpan.FromSeconds(50);

    private static readonly (string, string?) Address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_another_process_wrote_is_found_again_and_again(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var service = await ServiceProcess.StartAsync(database, Address);
        for (var time = 1; time <= 2; time++)
        {
            await WriteAsync(database);
            await UntilChainedAsync(database, service);
        }
    }

    [Theory, OnPostgres]
    public async Task Nodes_that_start_together_make_the_tables_of_the_engine_once_and_all_work(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => ServiceProcess.StartAsync(database, Address, ("Promote__Node", number == 0 ? "api" : "both"))));
        try
        {
            await WriteAsync(database);
            await UntilChainedAsync(database, nodes[0]);
            Assert.All(nodes, node => Assert.Empty(Failures(node)));
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    [Theory, OnPostgres]
    public async Task The_jobs_of_a_node_that_was_killed_run_on_another_one(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var other = await ServiceProcess.StartAsync(database, Address);
        for (var kill = 1; kill <= 3; kill++)
        {
            await using (var killed = await ServiceProcess.StartAsync(database, Address))
            {
                // At three moments of the five seconds between two runs.
                await Task.Delay(TimeSpan.FromSeconds(kill * 1.7));
            }

            await WriteAsync(database);
            await UntilChainedAsync(database, other);
        }
    }

    // Whoever asks a node in the instant between its first answer and its first job is told that it is not ready, which is logged.
    private static IEnumerable<string> Failures(TestedService node) => node.Output.Split('\n')
        .Where(line => line.StartsWith("fail:", StringComparison.Ordinal) && !line.Contains("HealthChecks", StringComparison.Ordinal));

    internal static async Task WriteAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Audit.Add(new AuditRow { At = Seed.Day, IssuerId = "", Actor = "test", Action = "test.done", Subject = "", Detail = "{}" });
        await db.SaveChangesAsync();
    }

    internal static async Task UntilChainedAsync(TestDatabase database, TestedService service)
    {
        var started = Stopwatch.GetTimestamp();
        while (await database.CountAsync("SELECT count(*) FROM audit WHERE sequence IS NULL") > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TakenOver, $"No job ran. The service wrote:\n{service.Output}");
            await Task.Delay(100);
        }
    }
}
