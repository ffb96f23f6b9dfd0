using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Public;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 29: another site has a reader's browser do something here, reads the answer, frames a page, or is led to from here.</summary>
public sealed class TM_29(ServiceWithAward service) : IClassFixture<ServiceWithAward>
{
    private const string Elsewhere = "https://evil.example";

    /// <summary>What scripts of other sites may read: documents that verifiers look up.</summary>
    private static readonly string[] Open =
    [
        "/v/{id}", "/accreditations/{id}", "/status/{list}", "/issuers/{slug}", "/issuers/{slug}/did.json", "/.well-known/jwks.json", "/europass/{id}", "/pictures/{id}",
        "/achievements/{id}", "/achievements/{id}/versions/{number}", "/achievements/{id}/versions/{number}/{language}",
        "/achievements/{id}/versions/{number}/image", "/achievements/{id}/versions/{number}/image.svg", "/achievements/{id}/versions/{number}/image.png",
        "/ob2/assertions/{id}", "/ob2/achievements/{id}/versions/{number}", "/ob2/issuers/{slug}", "/ob2/issuers/{slug}/keys/{name}", "/ob2/issuers/{slug}/revocations",
    ];

    public static TheoryData<string> Paths => [.. RoutesOfOpenApi.All().Select(route => route.Path).Distinct()];

    public static TheoryData<string> ClosedPaths => [.. RoutesOfOpenApi.All().Select(route => route.Path).Distinct().Except(Open)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_site_may_send_more_than_a_plain_question(string path)
    {
        foreach (var method in (string[])["POST", "PUT", "DELETE", "PATCH"])
        {
            foreach (var origin in (string[])[Elsewhere, "null", AttackedService.Address])
            {
                using var answer = await PreflightAsync(path, method, origin, "authorization,content-type");
                Assert.DoesNotContain(method, Allowed(answer, "Access-Control-Allow-Methods"), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("authorization", Allowed(answer, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
                Assert.Equal("", Allowed(answer, "Access-Control-Allow-Credentials"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(ClosedPaths))]
    public async Task What_is_no_document_for_verifiers_no_other_site_reads(string path)
    {
        using var preflight = await PreflightAsync(path, "GET", Elsewhere, "accept");
        using var request = new HttpRequestMessage(HttpMethod.Get, Filled(path)) { Headers = { { "Origin", Elsewhere }, { "Cookie", "session=1" } } };
        using var answer = await service.Anonymous.SendAsync(request);

        Assert.DoesNotContain(preflight.Headers.Concat(answer.Headers), header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
    }

    [Theory]
    [InlineData(Elsewhere)]
    [InlineData("null")]
    [InlineData("https://credentials.example.evil.example")]
    public async Task What_every_site_may_read_it_reads_as_a_stranger(string origin)
    {
        foreach (var path in (string[])[$"/v/{service.Links.PublicId}", "/issuers/cove-ro", "/.well-known/jwks.json", "/issuers/cove-ro/did.json"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "application/json" } } };
            request.Headers.TryAddWithoutValidation("Origin", origin);
            using var answer = await service.Anonymous.SendAsync(request);
            Assert.Equal(("*", ""), (Allowed(answer, "Access-Control-Allow-Origin"), Allowed(answer, "Access-Control-Allow-Credentials")));
        }
    }

    [Theory]
    [InlineData("Origin", Elsewhere)]
    [InlineData("Origin", "http://credentials.example:8080")]
    [InlineData("Origin", "https://credentials.example.evil.example")]
    [InlineData("Origin", "https://evil.example/credentials.example")]
    [InlineData("Origin", "https://credentials.example@evil.example")]
    [InlineData("Origin", "nonsense")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "SAME-ORIGIN")]
    [InlineData("Sec-Fetch-Site", "same-origin, cross-site")]
    public async Task A_form_that_another_site_sends_makes_and_ends_no_link(string header, string value)
    {
        var link = await service.Forms.NewLinkAsync("until=day");
        var before = (await service.Forms.RowsAsync()).Count;
        using var made = await service.Forms.PostAsync($"/credentials/{service.HolderId}/links", "until=day&name=on", (header, value));
        using var ended = await service.Forms.PostAsync($"/credentials/{service.HolderId}/links/{link}/revoke", "", (header, value));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (made.StatusCode, ended.StatusCode));
        Assert.Equal(before, (await service.Forms.RowsAsync()).Count);
        Assert.Null((await service.Forms.RowsAsync()).Single(row => row.Id == link).RevokedAt);
    }

    /// <summary>What a form of another site can send without being asked: no header of its own, and one of three media types.</summary>
    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    public async Task A_form_of_another_site_does_nothing_over_the_API(string mediaType)
    {
        foreach (var path in (string[])["/api/v1/awards", "/api/v1/issuers", "/api/v1/achievements", "/api/v1/api-keys", "/api/v1/issuer-keys", "/api/v1/webhooks", "/vc-api/credentials/issue", "/vc-api/credentials/status"])
        {
            using var body = new StringContent("{}");
            body.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body, Headers = { { "Origin", Elsewhere }, { "Cookie", "session=1" } } };
            using var answer = await service.Anonymous.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);

            using var again = new StringContent("{}");
            again.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            using var known = await service.First.PostAsync(path, again);
            Assert.True((int)known.StatusCode is 400 or 403 or 415, $"{path}: {known.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/?returnUrl=https://evil.example")]
    [InlineData("/verify?url=https://evil.example&next=//evil.example")]
    [InlineData("/v/{me}?returnUrl=//evil.example&lang=//evil.example")]
    [InlineData("/v/{me}/holder?lang=//evil.example")]
    [InlineData("/v/%2F%2Fevil.example/holder")]
    [InlineData("/v/..%2F..%2F%2Fevil.example/holder")]
    [InlineData("/v/%5C%5Cevil.example/holder")]
    [InlineData("/v/%0d%0aLocation:%20https:%2F%2Fevil.example/holder")]
    [InlineData("/credentials/{holder}?notice=https://evil.example&lang=//evil.example")]
    [InlineData("/achievements/{achievement}?to=https://evil.example")]
    [InlineData("//evil.example/%2e%2e")]
    [InlineData("//evil.example/v/{me}/holder")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/sorry?code=302&location=https://evil.example")]
    public async Task No_address_here_leads_to_another_site(string path)
    {
        var url = path.Replace("{me}", service.Links.PublicId, StringComparison.Ordinal).Replace("{holder}", service.HolderId, StringComparison.Ordinal)
            .Replace("{achievement}", service.AchievementId, StringComparison.Ordinal);
        using var answer = await service.Anonymous.GetAsync(new Uri($"{service.Anonymous.BaseAddress!.GetLeftPart(UriPartial.Authority)}{url}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        if (answer.Headers.Location is { } location)
        {
            // A path of ours: one slash, and no back slash that a browser would take for one.
            Assert.Matches(@"^/[^/\\]", location.OriginalString);
            Assert.DoesNotContain("\\", location.OriginalString.Split('?')[0], StringComparison.Ordinal);
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.Empty(Markup.Harmful(await answer.Content.ReadAsStringAsync(), AttackedService.Address));
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("ro\r\nLocation: https://evil.example")]
    public async Task After_a_form_a_reader_is_led_back_to_the_page(string language)
    {
        using var answer = await service.Forms.PostAsync($"/credentials/{service.HolderId}/links?lang={Uri.EscapeDataString(language)}", "until=date&date=2020-01-01");
        Assert.Equal($"/credentials/{service.HolderId}?notice=date#share", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/verify")]
    [InlineData("/v/{me}")]
    [InlineData("/credentials/{holder}")]
    [InlineData("/credentials/{holder}/certificate")]
    [InlineData("/issuers/cove-ro")]
    [InlineData("/achievements/{achievement}/versions/1")]
    [InlineData("/problems/PC-R010")]
    [InlineData("/nothing-here")]
    [InlineData("/v/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/v/{me}/qr.svg")]
    [InlineData("/site.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/api/v1/awards")]
    public async Task No_site_frames_anything_of_this_one(string path)
    {
        var url = path.Replace("{me}", service.Links.PublicId, StringComparison.Ordinal).Replace("{holder}", service.HolderId, StringComparison.Ordinal)
            .Replace("{achievement}", service.AchievementId, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept", "text/html" }, { "Sec-Fetch-Dest", "iframe" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.True(policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) || policy.StartsWith("sandbox;", StringComparison.Ordinal), policy);
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<HttpResponseMessage> PreflightAsync(string path, string method, string origin, string headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Filled(path));
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", headers);
        var answer = await service.Anonymous.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        return answer;
    }

    private static string Allowed(HttpResponseMessage answer, string header) => answer.Headers.TryGetValues(header, out var values) ? string.Join(',', values) : "";

    private string Filled(string path) => RoutesOfOpenApi.With(path.Replace("{number}", "1", StringComparison.Ordinal).Replace("{slug}", "cove-ro", StringComparison.Ordinal), service.Links.PublicId);
}
