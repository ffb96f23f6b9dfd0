using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Deliveries;

public sealed class ClaimTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task The_first_opening_of_the_page_claims_and_nothing_else_does()
    {
        var things = await Things.MakeAsync(service.First);
        var page = $"/credentials/{things.HolderId}";
        using var document = await GetAsync(HttpMethod.Get, page, "application/json");
        using var head = await GetAsync(HttpMethod.Head, page, "text/html");
        using var verification = await GetAsync(HttpMethod.Get, $"/v/{things.PublicId}", "text/html");
        Assert.Null(await ClaimedAtAsync(things));

        using var opened = await GetAsync(HttpMethod.Get, page, "text/html");
        var claimed = await ClaimedAtAsync(things);
        Assert.NotNull(claimed);

        using var again = await GetAsync(HttpMethod.Get, page, "text/html");
        Assert.Equal(claimed, await ClaimedAtAsync(things));
    }

    private async Task<HttpResponseMessage> GetAsync(HttpMethod method, string path, string accept)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "Accept", accept } } };
        var answer = await service.Anonymous.SendAsync(request);
        return answer.EnsureSuccessStatusCode();
    }

    private async Task<string?> ClaimedAtAsync(Things things) =>
        (await service.First.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{things.AwardId}")).TryGetProperty("claimedAt", out var claimed) ? claimed.GetString() : null;
}
