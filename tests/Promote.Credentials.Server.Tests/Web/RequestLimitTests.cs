using System.Net;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>Each test has a service of its own, with few requests to spend.</summary>
public sealed class RequestLimitTests : RunningService
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Promote:RateLimits:KeyPerSecond"] = "1",
        ["Promote:RateLimits:KeyBurst"] = "20",
        ["Promote:RateLimits:AddressPerSecond"] = "1",
        ["Promote:RateLimits:AddressBurst"] = "20",
    };

    [Fact]
    public async Task Beyond_the_limit_of_a_key_requests_are_told_to_wait_and_other_keys_are_not()
    {
        var answers = await SendAsync(First, 40);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("PC-R016", (await Problem.ReadAsync(refused)).Code);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);

        Assert.Equal(HttpStatusCode.OK, (await Second.GetAsync("/api/v1/issuers")).StatusCode);
    }

    [Fact]
    public async Task Wrong_keys_are_counted_on_their_address_however_many_there_are()
    {
        Assert.Equal(HttpStatusCode.OK, (await First.GetAsync("/api/v1/issuers")).StatusCode);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var client = ClientWith($"pk_wrong_{i}");
            statuses.Add((await client.GetAsync("/api/v1/issuers")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.DoesNotContain(HttpStatusCode.OK, statuses);
        Assert.Equal(HttpStatusCode.OK, (await First.GetAsync("/api/v1/issuers")).StatusCode);
    }

    [Fact]
    public async Task Health_and_metrics_are_never_limited()
    {
        await SendAsync(Anonymous, 40);
        foreach (var path in (string[])["/healthz", "/readyz", "/metrics"])
        {
            Assert.Equal(HttpStatusCode.OK, (await Anonymous.GetAsync(path)).StatusCode);
        }
    }

    private static async Task<List<HttpResponseMessage>> SendAsync(HttpClient client, int times)
    {
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < times; i++)
        {
            answers.Add(await client.GetAsync("/api/v1/issuers"));
        }

        return answers;
    }
}
