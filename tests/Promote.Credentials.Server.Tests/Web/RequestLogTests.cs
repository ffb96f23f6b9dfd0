using System.Net;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class RequestLogTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Nothing_that_a_client_sent_stands_in_the_log()
    {
        const string Canary = "canary17";
        var things = await Things.MakeAsync(service.First);
        await service.First.PostAsync($"/api/v1/awards?{Canary}", Samples.Json(Samples.Award(things.AchievementId).Replace("Ioana", Canary, StringComparison.Ordinal)));
        await service.First.PostAsync("/api/v1/awards", Samples.Json($$"""{"{{Canary}}":"{{Canary}}"}"""));
        await service.First.PostAsync("/api/v1/awards", Samples.Json(Samples.Award(Canary)));
        await service.First.GetAsync($"/api/v1/awards/{Canary}");
        await service.Anonymous.GetAsync($"/v/{Canary}");
        await service.Anonymous.GetAsync($"/credentials/{Canary}");
        await service.Anonymous.GetAsync($"/{Canary}%0D%0A%1B[31m{Canary}");
        using var request = new HttpRequestMessage(new("CANARY17"), $"/{Canary}");
        request.Headers.TryAddWithoutValidation("User-Agent", Canary);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Canary}");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Canary);
        await service.Anonymous.SendAsync(request);

        foreach (var (_, _, text) in service.Log.Lines)
        {
            Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ioana@prison.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain(things.AwardId, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_is_one_line_with_its_route_status_time_key_and_trace()
    {
        var before = service.Log.Lines.Count(line => line.Event.Id == 1000);
        Assert.Equal(HttpStatusCode.NotFound, (await service.First.GetAsync("/api/v1/achievements/AAAAAAAAAAAAAAAAAAAAAA")).StatusCode);

        var line = Assert.Single(service.Log.Lines.Where(line => line.Event.Id == 1000).Skip(before));
        Assert.Matches(@"^GET /api/v1/achievements/\{id\} 404 in [0-9.,]+ ms by [A-Za-z0-9_-]{22}, trace [0-9a-f]{32} $", line.Text);
    }
}
