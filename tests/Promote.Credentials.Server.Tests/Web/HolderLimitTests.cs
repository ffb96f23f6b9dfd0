using System.Net;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>Nobody tries names one after the other: of one address, and about one credential, few questions are answered.</summary>
public sealed class HolderLimitTests
{
    [Fact]
    public async Task Beyond_the_limit_of_an_address_every_credential_waits_and_the_page_does_not()
    {
        await using var service = new Limited(ofAddress: "3", ofCredential: "1000");
        await service.InitializeAsync();
        var things = await Things.MakeAsync(service.First);
        var other = await Things.MakeAsync(service.First);

        Assert.Equal("200, 200, 200, 429, 429", await AskAsync(service, [things.PublicId, things.PublicId, things.PublicId, things.PublicId, other.PublicId]));
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous.GetAsync($"/v/{things.PublicId}")).StatusCode);
    }

    [Fact]
    public async Task Beyond_the_limit_of_a_credential_others_are_answered_and_ids_that_lead_nowhere_count_alike()
    {
        await using var service = new Limited(ofAddress: "1000", ofCredential: "2");
        await service.InitializeAsync();
        var things = await Things.MakeAsync(service.First);
        var other = await Things.MakeAsync(service.First);
        const string Nowhere = "AAAAAAAAAAAAAAAAAAAAAA";

        Assert.Equal("200, 200, 429, 200", await AskAsync(service, [things.PublicId, things.PublicId, things.PublicId, other.PublicId]));
        Assert.Equal("404, 404, 429", await AskAsync(service, [Nowhere, Nowhere, Nowhere]));
    }

    [Fact]
    public async Task A_person_gets_a_page_and_a_program_a_problem()
    {
        await using var service = new Limited(ofAddress: "1", ofCredential: "1000");
        await service.InitializeAsync();
        var things = await Things.MakeAsync(service.First);
        await AskAsync(service, [things.PublicId]);

        using var problem = await service.Anonymous.PostAsync($"/v/{things.PublicId}/holder", Samples.Json("""{"holder": "Ion"}"""));
        Assert.Equal((HttpStatusCode.TooManyRequests, "PC-R016"), (problem.StatusCode, (await Problem.ReadAsync(problem)).Code));
        Assert.True(problem.Headers.RetryAfter!.Delta > TimeSpan.FromSeconds(1));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v/{things.PublicId}/holder?lang=de") { Content = new FormUrlEncodedContent([KeyValuePair.Create("holder", "Ion")]) };
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var page = await service.Anonymous.SendAsync(request);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Contains("Zu viele Versuche", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(page.Headers.RetryAfter!.Delta > TimeSpan.FromSeconds(1));
    }

    private static async Task<string> AskAsync(RunningService service, string[] ids)
    {
        var statuses = new List<int>();
        foreach (var id in ids)
        {
            using var answer = await service.Anonymous.PostAsync($"/v/{id}/holder", Samples.Json("""{"holder": "Ion"}"""));
            statuses.Add((int)answer.StatusCode);
        }

        return string.Join(", ", statuses);
    }

    private sealed class Limited(string ofAddress, string ofCredential) : RunningService, IAsyncDisposable
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["Promote:RateLimits:HolderPerMinute"] = "1",
            ["Promote:RateLimits:HolderBurst"] = ofAddress,
            ["Promote:RateLimits:HolderPerCredentialAndHour"] = "1",
            ["Promote:RateLimits:HolderPerCredentialBurst"] = ofCredential,
        };

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
