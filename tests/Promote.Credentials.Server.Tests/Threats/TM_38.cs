using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 38: a code or a document leads to a place that only looks like this service, or makes this service write such a place.</summary>
public sealed class TM_38(ServiceWithAward service) : IClassFixture<ServiceWithAward>
{
    public static TheoryData<string, string> Headers => new()
    {
        { "Host", "evil.example" },
        { "Host", "credentials.example.evil.example" },
        { "Host", "credentials.example:8443" },
        { "Host", "evil.example:443" },
        { "X-Forwarded-Host", "evil.example" },
        { "X-Original-Host", "evil.example" },
        { "X-Host", "evil.example" },
        { "Forwarded", "host=evil.example;proto=http" },
        { "X-Forwarded-Proto", "http" },
        { "X-Forwarded-Prefix", "/evil.example" },
        { "X-Original-URL", "https://evil.example/" },
        { "X-Rewrite-URL", "/evil.example" },
        { "Referer", "https://evil.example/" },
        { "Origin", "https://evil.example" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Nothing_that_a_request_says_of_where_we_are_stands_in_a_page_or_a_document(string header, string value)
    {
        foreach (var (path, accept) in new[]
        {
            ("/", "text/html"), ("/verify", "text/html"), ($"/v/{service.Links.PublicId}", "text/html"), ($"/v/{service.Links.PublicId}", "application/json"),
            ($"/credentials/{service.HolderId}", "text/html"), ($"/credentials/{service.HolderId}/certificate", "text/html"), ("/issuers/cove-ro", "text/html"),
            ("/issuers/cove-ro", "application/json"), ("/issuers/cove-ro/did.json", "*/*"), ("/ob2/issuers/cove-ro", "*/*"), ($"/achievements/{service.AchievementId}", "*/*"), ("/nothing", "text/html"),
        })
        {
            using var answer = await SendAsync(HttpMethod.Get, path, accept, header, value);
            var text = await answer.Content.ReadAsStringAsync() + answer.Headers;
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("evil", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("8443", text, StringComparison.Ordinal);
            Assert.DoesNotContain("http://credentials.example", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task The_code_leads_here_whatever_a_request_says(string header, string value)
    {
        foreach (var file in (string[])["qr.svg", "qr.png"])
        {
            using var plain = await service.Anonymous.GetAsync($"/v/{service.Links.PublicId}/{file}");
            using var answer = await SendAsync(HttpMethod.Get, $"/v/{service.Links.PublicId}/{file}", "*/*", header, value);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task What_is_issued_and_mailed_names_this_service_whatever_a_request_says(string header, string value)
    {
        var body = JsonNode.Parse(Samples.Award(service.AchievementId))!;
        body["formats"] = new JsonArray("ob3", "ob2", "europass");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/awards") { Content = Samples.Json(body.ToJsonString()) };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await service.First.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var links = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        var text = new StringBuilder(links.ToString());
        foreach (var format in (string[])["ob3", "ob2", "europass", "certificate-svg"])
        {
            text.Append(await service.Anonymous.GetStringAsync($"{new Uri(links.GetProperty("credential").GetString()!).AbsolutePath}?format={format}"));
        }

        Assert.All(links.EnumerateObject(), link => Assert.StartsWith($"{AttackedService.Address}/", link.Value.GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain("evil.example", text.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://credentials.example", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.CountAsync("SELECT count(*) FROM deliveries WHERE message_id LIKE '%evil%'"));
    }

    [Theory]
    [InlineData("https://credentials.example.evil.example/v/{id}")]
    [InlineData("https://credentials.example@evil.example/v/{id}")]
    [InlineData("https://credentials.example%2Fv%2F@evil.example/{id}")]
    [InlineData("https://evil.example/https://credentials.example/v/{id}")]
    [InlineData("https://evil.example/?x=https://credentials.example/v/{id}")]
    [InlineData("https://evil.example#https://credentials.example/v/{id}")]
    [InlineData("https://credentials.example:8443/v/{id}")]
    [InlineData("http://credentials.example/v/{id}")]
    [InlineData("https://credential\u0455.example/v/{id}")]
    [InlineData("https://xn--credential-8dd.example/v/{id}")]
    [InlineData("https://credentials-example.evil.example/v/{id}")]
    [InlineData("https://credentials.example\u3002evil.example/v/{id}")]
    [InlineData("https://www.credentials.example/v/{id}")]
    [InlineData("https://credentials.examp1e/v/{id}")]
    [InlineData("https://credentials.example./v/{id}")]
    public async Task A_document_from_what_looks_like_our_address_is_never_one_of_ours(string id)
    {
        var badge = new ForeignBadge().With(one => one.Json["id"] = id.Replace("{id}", service.Links.PublicId, StringComparison.Ordinal));
        var report = await badge.ReportAsync(service.Anonymous);
        Assert.DoesNotContain(report.GetProperty("checks").EnumerateArray(), check => check.GetProperty("id").GetString() == "ownRecord" && check.GetProperty("outcome").GetString() == "passed");
    }

    [Theory]
    [InlineData("https://credentials.example/v/{id}")]
    [InlineData("https://CREDENTIALS.example/v/{id}")]
    [InlineData("HTTPS://credentials.example/v/{id}")]
    [InlineData("https://credentials.example:443/v/{id}")]
    [InlineData("https://credentials.example/x/../v/{id}")]
    [InlineData("https://credentials.example/v/./{id}")]
    [InlineData("https://credentials.example/%76/{id}")]
    [InlineData("https://credentials.example/v/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("https://credentials.example/ob2/assertions/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_document_of_somebody_else_that_takes_an_address_of_ours_is_refused_however_it_is_written(string id)
    {
        var badge = new ForeignBadge().With(one => one.Json["id"] = id.Replace("{id}", service.Links.PublicId, StringComparison.Ordinal));
        var report = await badge.ReportAsync(service.Anonymous);

        Assert.Equal("invalid", report.GetProperty("outcome").GetString());
        Assert.Contains(report.GetProperty("checks").EnumerateArray(), check => check.GetProperty("id").GetString() == "ownRecord" && check.GetProperty("outcome").GetString() == "failed");
    }

    [Theory]
    [InlineData("did:web:credentials.example:issuers:cove-ro")]
    [InlineData("did:web:CREDENTIALS.example:issuers:cove-ro")]
    [InlineData("did:web:credentials.example%3A443:issuers:cove-ro")]
    [InlineData("did:web:credentials.example.evil.example:issuers:cove-ro")]
    [InlineData("did:web:evil.example:credentials.example:issuers:cove-ro")]
    [InlineData("did:web:credential\u0455.example:issuers:cove-ro")]
    [InlineData("did:web:credentials.example:issuers:..:issuers:cove-ro")]
    [InlineData("did:web:credentials.example@evil.example:issuers:cove-ro")]
    [InlineData("https://credentials.example/issuers/cove-ro")]
    [InlineData("https://credentials.example@evil.example/issuers/cove-ro")]
    public async Task Nobody_else_signs_in_the_name_of_what_is_or_looks_like_an_issuer_of_ours(string issuer)
    {
        var report = await new ForeignBadge().With(one => one.Issuer["id"] = issuer).ReportAsync(service.Anonymous);
        Assert.DoesNotContain("valid", report.GetProperty("outcome").GetString()!.Replace("invalid", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://credentials.example.evil.example/v/")]
    [InlineData("https://credentials.example@evil.example/v/")]
    [InlineData("http://credentials.example/v/")]
    [InlineData("https://credential\u0455.example/v/")]
    [InlineData("https://credentials.example:8443/v/")]
    public async Task An_address_that_only_looks_like_ours_is_not_answered_from_what_is_here(string prefix)
    {
        using var form = new MultipartFormDataContent { { new StringContent(prefix + service.Links.PublicId), "text" } };
        using var answer = await service.Anonymous.PostAsync("/verify", form);
        Assert.Equal(422, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_page_prints_the_address_that_its_code_leads_to()
    {
        var html = await service.Anonymous.GetStringAsync($"/v/{service.Links.PublicId}?lang=en");
        Assert.Contains($"<code>{AttackedService.Address}/v/{service.Links.PublicId}</code>", html, StringComparison.Ordinal);
        Assert.Contains("<span>credentials.example</span>", html, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string accept, string header, string value)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation(header, value);
        return await service.Anonymous.SendAsync(request);
    }
}
