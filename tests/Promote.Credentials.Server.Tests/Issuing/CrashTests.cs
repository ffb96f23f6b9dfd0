using System.Net;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing;

/// <summary>The process dies at each step before the promise while twenty requests are under way, and is started again. Where what is stored differs by the database, on both of them.</summary>
[Trait("speed", "slow")]
public sealed class CrashTests
{
    private const int Requests = 20;

    // The seventh request that comes by dies: others are before, behind and done.
    private const int Hit = 7;

    [Theory, OnPostgres]
    public Task A_crash_after_step_1_loses_and_doubles_nothing(Database kind) => CrashAsync(kind, "issue-1");

    [Theory, OnPostgres]
    public Task A_crash_after_step_2_loses_and_doubles_nothing(Database kind) => CrashAsync(kind, "issue-2");

    [Theory, OnPostgres]
    public Task A_crash_after_step_3_loses_and_doubles_nothing(Database kind) => CrashAsync(kind, "issue-3");

    [Theory, OnSqlite, OnPostgres]
    public Task A_crash_after_step_4_loses_and_doubles_nothing(Database kind) => CrashAsync(kind, "issue-4");

    internal static async Task CrashAsync(Database kind, string failpoint)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var url = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");
        string?[] before;
        await using (var dying = await ServiceProcess.StartAsync(database, url, ("PROMOTE_FAILPOINT", $"{failpoint}:{Hit}")))
        {
            before = await PostAllAsync(dying, seed);
            await dying.UntilGoneAsync();
        }

        Assert.True(before.Any(answer => answer is null), "Nobody noticed the crash.");
        var promised = await database.CountAsync("SELECT count(*) FROM awards");
        if (failpoint is "issue-5" or "issue-6" or "issue-7")
        {
            Assert.NotEqual(0, await database.CountAsync("SELECT count(*) FROM awards WHERE state = 'intended'"));
        }

        // On PostgreSQL two nodes start at once and both look for what was left.
        await using var restarted = await ServiceInside.StartAsync(database, url);
        await using var second = kind == Database.Postgres ? await ServiceInside.StartAsync(database, url) : null;
        await Ledger.AssertWholeAsync(database, (int)promised);

        var after = await PostAllAsync(restarted, seed);
        Assert.All(after, Assert.NotNull);
        Assert.Equal(Requests, after.Distinct().Count());
        Assert.All(before.Zip(after), pair => Assert.True(pair.First is null || pair.First == pair.Second));
        await Ledger.AssertWholeAsync(database, Requests);
    }

    // The body of each answer; null where the connection broke.
    private static Task<string?[]> PostAllAsync(TestedService service, Seed seed) =>
        Task.WhenAll(Enumerable.Range(0, Requests).Select(i => PostAsync(service, AwardRequest.For(seed, $"person-{i % 5}"), $"key-{i}")));

    private static async Task<string?> PostAsync(TestedService service, JsonNode body, string key)
    {
        try
        {
            using var answer = await AwardRequest.SendAsync(service.Client, body, key);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
            return text;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
