using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.OpenApi;

namespace Promote.Credentials.Server.Tests.Storage.Reading;

/// <summary>Nothing that the service does reads a large table whole: not for a request, and not behind one.</summary>
public sealed class WholeTableTests
{
    // What ends something is asked for last: afterwards there is nothing to do with it any more.
    private static readonly string[] Ends = ["revoke", "erase", "merge", "retire", "reject", "return", "cancel", "compromise"];

    [OwnPostgresFact]
    public async Task No_route_and_no_job_reads_a_large_table_whole()
    {
        await using var server = await OwnPostgres.StartAsync(disk: null, PlannedStatements.Settings);
        await using var database = await TestDatabase.CreateMigratedAsync(server);
        await Seed.AddAsync(database, "operator");
        var seed = await Seed.AddAsync(database);
        await Seed.AddAsync(database, "cove-lt");
        await using (var db = database.Open())
        {
            await new EscoSample(db).ImportAsync(CancellationToken.None);
        }

        await Crowd.FillAsync(database);
        var statements = new PlannedStatements(server.Log);
        await statements.WholeAsync();
        var (found, answers) = (new List<string>(), new List<string>());
        async Task LookAsync(string who) => found.AddRange(
            from one in await statements.WholeAsync()
            where Crowd.Tables.Contains(one.Table)
            select $"{who} reads all of {one.Table}: {one.Statement}");

        // At its start every job runs for the first time.
        await using var service = await ServiceInside.StartAsync(database);
        using var operators = new HttpClient { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = service.Client.DefaultRequestHeaders.Authorization } };
        service.ActFor(seed);
        await Task.Delay(TimeSpan.FromSeconds(3));
        await LookAsync("A job");

        var clients = new Clients(service.Client, service.Anonymous, database);
        var things = await DocumentedThings.MakeAsync(clients);
        await LookAsync("The making of what is asked for");
        foreach (var example in Example.AllOf(ApiDescription.Published).Where(one => one.Status < 300).OrderBy(OrderOf))
        {
            using var request = things.Request(example);
            using var answer = await ClientOf(service, operators, example).SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
            answers.Add($"{(int)answer.StatusCode == example.Status} {example}");
            await LookAsync(example.ToString());
        }

        Assert.True(found.Count == 0, string.Join("\n\n", found));
        Assert.True(statements.Count > 1000, $"Only {statements.Count} statements were seen.");
        Assert.True(answers.Count(one => one.StartsWith("True", StringComparison.Ordinal)) > 130, $"Only few routes did what they do, {statements.Count} statements:\n{string.Join('\n', answers)}");
    }

    private static int OrderOf(Example example) => example.Method == "GET" ? 0 : example.Method == "DELETE" || Ends.Contains(example.Path.Split('/')[^1]) ? 2 : 1;

    private static HttpClient ClientOf(TestedService service, HttpClient operators, Example example) =>
        example is { Method: "POST", Path: "/api/v1/issuers" or "/api/v1/esco/imports" } ? operators
        : example.Path.StartsWith("/api/", StringComparison.Ordinal) || example.Path is "/vc-api/credentials/issue" or "/vc-api/credentials/status" ? service.Client : service.Anonymous;
}
