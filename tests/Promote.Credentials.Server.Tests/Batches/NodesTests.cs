using System.Net;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>Nodes that share the work.</summary>
public sealed class NodesTests
{
    private static readonly (string, string?) Address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");

    [Theory, OnPostgres]
    public async Task What_an_api_node_takes_waits_for_a_worker_which_answers_nobody(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var api = await ServiceProcess.StartAsync(database, Address, ("Promote__Node", "api"));
        api.ActFor(seed);
        var batch = await SendAsync(api, 30);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(30, await database.CountAsync("SELECT count(*) FROM batch_lines WHERE state = 'read'"));

        await using var worker = await ServiceProcess.StartAsync(database, Address, ("Promote__Node", "worker"));
        worker.ActFor(seed);
        await batch.UntilAsync("done");

        await Ledger.AssertWholeAsync(database, 30);
        foreach (var path in (string[])["/api/v1/batches", "/desk", "/"])
        {
            using var answer = await worker.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, OnPostgres]
    public async Task Nodes_issue_the_lines_of_one_batch_together_and_none_twice(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var one = await ServiceProcess.StartAsync(database, Address);
        await using var other = await ServiceProcess.StartAsync(database, Address, ("Promote__Node", "worker"));
        one.ActFor(seed);

        await (await SendAsync(one, 500)).UntilAsync("done");

        await Ledger.AssertWholeAsync(database, 500);
    }

    private static async Task<Sent> SendAsync(TestedService service, int lines) => await Sent.PostAsync(
        service, await Walked.AchievementAsync(service, "Cohort"),
        "givenName,familyName,email,awardedOn\n" + string.Concat(Enumerable.Range(0, lines).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20\n")), "&confirm=true");
}
