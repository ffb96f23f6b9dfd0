using System.Net;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class HeaderTests(RunningService service) : IClassFixture<RunningService>
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/metrics")]
    [InlineData("/no-such-route")]
    [InlineData("/api/v1/achievements")]
    [InlineData("/v/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var answer = await service.Anonymous.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        foreach (var directive in (string[])["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
        {
            Assert.Contains(directive, policy, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.NotNull(answer.Headers.CacheControl);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(path.StartsWith("/v/", StringComparison.Ordinal), answer.Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task The_page_that_asks_for_a_passkey_allows_scripts_of_this_service_and_nothing_inline()
    {
        using var answer = await service.Anonymous.GetAsync("/desk/sign-in");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ");

        Assert.Equal(["script-src 'self'", "connect-src 'self'"], policy.Where(directive => directive.StartsWith("script-src", StringComparison.Ordinal) || directive.StartsWith("connect-src", StringComparison.Ordinal)));
        Assert.Contains("default-src 'none'", policy);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<script src=\"/passkeys.js\" defer></script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick", page, StringComparison.Ordinal);
        Assert.Equal("text/javascript", (await service.Anonymous.GetAsync("/passkeys.js")).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Only_public_documents_can_be_read_from_other_origins()
    {
        string[] open = ["/accreditations/", "/issuers/", "/.well-known/", "/status/", "/achievements/", "/europass/", "/ob2/", "/pictures/", "/v/"];
        foreach (var endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var shared = endpoint.Metadata.GetMetadata<IEnableCorsAttribute>() is not null || endpoint.Metadata.GetMetadata<ICorsPolicyMetadata>() is not null;
            Assert.True(!shared || open.Any(prefix => route.StartsWith(prefix, StringComparison.Ordinal)), $"{route} has CORS");
        }
    }

    [Fact]
    public async Task Documents_for_verifiers_can_be_read_from_any_origin_and_pages_cannot()
    {
        var things = await Things.MakeAsync(service.First);
        foreach (var path in (string[])["/issuers/cove-ro", "/issuers/cove-ro/did.json", "/.well-known/jwks.json", "/ob2/issuers/cove-ro", "/ob2/issuers/cove-ro/revocations", $"/achievements/{things.AchievementId}/versions/1", $"/v/{things.PublicId}"])
        {
            using var document = await GetFromElsewhereAsync(path, "application/json");
            Assert.Equal("*", document.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(document.Headers.Contains("Access-Control-Allow-Credentials"));
        }

        foreach (var path in (string[])["/issuers/cove-ro", $"/v/{things.PublicId}", $"/credentials/{things.HolderId}", $"/v/{things.PublicId}/qr.svg"])
        {
            using var page = await GetFromElsewhereAsync(path, "text/html");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"), path);
        }

        using var holders = await GetFromElsewhereAsync($"/credentials/{things.HolderId}", "application/vc");
        Assert.False(holders.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_preflight_for_the_API_is_not_answered(string method)
    {
        foreach (var path in (string[])["/api/v1/achievements", "/api/v1/awards", "/api/v1/api-keys", "/metrics", "/credentials/AAAAAAAAAAAAAAAAAAAAAA"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            request.Headers.Add("Origin", "https://elsewhere.example");
            request.Headers.Add("Access-Control-Request-Method", method);
            request.Headers.Add("Access-Control-Request-Headers", "authorization");
            using var answer = await service.Anonymous.SendAsync(request);
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Statuses_that_the_framework_sets_are_problems_too()
    {
        Assert.Equal("PC-R010", (await Problem.ReadAsync(await service.Anonymous.GetAsync("/no-such-route"))).Code);
        using var wrongMethod = await service.First.DeleteAsync("/api/v1/achievements");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "about:blank"), (wrongMethod.StatusCode, (await Problem.ReadAsync(wrongMethod)).Type));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await service.Anonymous.PostAsync("/healthz", null)).StatusCode);
    }

    private async Task<HttpResponseMessage> GetFromElsewhereAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Accept", accept);
        return await service.Anonymous.SendAsync(request);
    }
}
