using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Sharing;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 15: somebody writes script into a text, so that a page runs it for its readers.</summary>
public sealed class TM_15(AttackedService service) : IClassFixture<AttackedService>
{
    private const string Policy = "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    public static TheoryData<string> All => [.. Payloads.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_text_of_an_issuer_becomes_markup_on_any_page(string payload)
    {
        await RenameIssuersAsync(payload);
        var achievement = (await PostAsync("/api/v1/achievements", HostileAward.Achievement(payload))).GetProperty("id").GetString()!;
        using var published = await service.First.PostAsync($"/api/v1/achievements/{achievement}/publish", null);
        var award = AwardRequest.For(new Seed("", achievement, ""));
        var links = (await PostAsync("/api/v1/awards", HostileAward.Award(award, payload))).GetProperty("links");
        var (page, holder) = (Path(links, "verification"), Path(links, "credential"));
        var share = await new HolderForms(service.Anonymous, service.Database, holder.Split('/')[^1]).NewLinkAsync("name=on&results=on&until=never");

        // The pages share their parts: what shows most of them each time, the others in turn.
        string[] others = [page, $"{holder}/certificate", $"/achievements/{achievement}/versions/1", "/issuers/cove-ro"];
        foreach (var path in (string[])[$"/v/{share}", holder, others[Payloads.All.Index().Single(one => one.Item == payload).Index % others.Length]])
        {
            await IsHarmlessAsync(path, payload);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_text_of_a_document_that_somebody_hands_in_becomes_markup(string payload)
    {
        var badge = new ForeignBadge();
        badge.Json["name"] = payload;
        badge.Issuer["name"] = payload;
        badge.Achievement["name"] = payload;
        badge.Achievement["description"] = payload;
        var html = await badge.PageAsync(service.Anonymous);

        Assert.Contains("verdict tone-good", html, StringComparison.Ordinal);
        Assert.Contains(payload, HttpUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Empty(Markup.Harmful(html, AttackedService.Address));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_no_credential_is_not_repeated_as_markup(string payload)
    {
        using var form = new MultipartFormDataContent { { new StringContent(payload), "text" }, { new StringContent(payload), "holder" }, { new StringContent(payload), "profile" } };
        using var answer = await service.Anonymous.PostAsync($"/verify?lang={Uri.EscapeDataString(payload)}", form);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Empty(Markup.Harmful(await answer.Content.ReadAsStringAsync(), AttackedService.Address));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("\tjavascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("blob:https://evil.example/x")]
    [InlineData("//evil.example/x")]
    [InlineData("https://user@evil.example/")]
    [InlineData("view-source:https://evil.example/")]
    public async Task A_link_is_http_or_no_link(string link)
    {
        var things = await Things.MakeAsync(service.First);
        var award = JsonNode.Parse(Samples.Award(things.AchievementId))!;
        award["evidence"]![0]!["url"] = link;
        var issuer = JsonNode.Parse(Samples.IssuerProfile)!;
        issuer["url"] = link;
        issuer["image"] = link;
        var achievement = JsonNode.Parse(Samples.Achievement)!;
        achievement["image"] = link;

        foreach (var (method, path, body) in new[] { (HttpMethod.Post, "/api/v1/awards", award), (HttpMethod.Put, $"/api/v1/issuers/{things.IssuerId}", issuer), (HttpMethod.Post, "/api/v1/achievements", achievement) })
        {
            using var request = new HttpRequestMessage(method, path) { Content = Samples.Json(body.ToJsonString()) };
            using var answer = await service.First.SendAsync(request);
            Assert.Equal(422, (int)answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://evil.example/\" onclick=\"alert(1)")]
    public async Task A_link_in_a_document_that_somebody_hands_in_leads_nowhere(string link)
    {
        var badge = new ForeignBadge();
        badge.Issuer["url"] = link;
        badge.Achievement["criteria"] = new JsonObject { ["id"] = link };
        badge.Achievement["image"] = new JsonObject { ["id"] = link, ["type"] = "Image" };
        var html = await badge.PageAsync(service.Anonymous);

        Assert.Empty(Markup.Harmful(html, AttackedService.Address));
        Assert.DoesNotContain(Markup.Values(html, "href").Concat(Markup.Values(html, "src")), url => url.Contains("evil", StringComparison.Ordinal) || url.Contains("script", StringComparison.Ordinal));
    }

    private async Task IsHarmlessAsync(string path, string payload)
    {
        using var answer = await service.Anonymous.GetAsync($"{path}?lang=en");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.True((int)answer.StatusCode == 200, $"{path}: {answer.StatusCode}");
        Assert.Equal(Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains(payload, HttpUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Empty(Markup.Harmful(html, AttackedService.Address));
    }

    private async Task<JsonElement> PostAsync(string path, JsonObject body)
    {
        using var answer = await service.First.PostAsync(path, Samples.Json(body.ToJsonString()));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Path(JsonElement links, string name) => new Uri(links.GetProperty(name).GetString()!).AbsolutePath;

    // In the store, past every rule for issuers.
    private async Task RenameIssuersAsync(string payload)
    {
        await using var db = service.Database.Open();
        var text = new LanguageMap([new("en", payload)]);
        foreach (var row in await db.Issuers.ToListAsync())
        {
            row.Profile = StoredJson.Write(StoredJson.Read<Issuer>(row.Profile) with { Name = text, Description = text, Image = new Uri("https://evil.example/logo.png") });
        }

        await db.SaveChangesAsync();
    }
}
