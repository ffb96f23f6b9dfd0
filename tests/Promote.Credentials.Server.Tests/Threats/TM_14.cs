using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Web;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 14: an issuer calls itself what looks like another one's name.</summary>
public sealed class TM_14(AttackedService service) : IClassFixture<AttackedService>
{
    [Theory]
    [InlineData("PROMOTE\u202EEVoC")]
    [InlineData("\u202DPROMOTE")]
    [InlineData("\u2066PROMOTE\u2069")]
    [InlineData("PROMOTE\u200F")]
    [InlineData("PROMOTE\u061C")]
    [InlineData("PRO\u200BMOTE")]
    [InlineData("PRO\u200DMOTE")]
    [InlineData("PRO\u2060MOTE")]
    [InlineData("PRO\uFEFFMOTE")]
    [InlineData("PRO\u00ADMOTE")]
    [InlineData("PRO\u034FMOTE")]
    [InlineData("PRO\u115FMOTE")]
    [InlineData("PROMOTE\u3164")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("PROMOTE\uFFA0")]
    [InlineData("PROMOTE\uFE00")]
    [InlineData("PROMOTE\uFE0F")]
    [InlineData("PROMOTE\U000E0041")]
    [InlineData("PROMOTE\U000E0100")]
    [InlineData("PROMOTE\u2028Centre")]
    [InlineData("PROMOTE\nCentre")]
    [InlineData("PROMOTE\0")]
    public async Task A_name_with_what_nobody_sees_is_refused(string name) => await IsRefusedAsync(name);

    [Theory]
    [InlineData("\u0420ROMOTE")] // Cyrillic Er
    [InlineData("PR\u041EMOTE")] // Cyrillic O
    [InlineData("PROM\u039FTE")] // Greek Omicron
    [InlineData("PROMO\u03A4E")] // Greek Tau
    [InlineData("PROMOT\u0395")] // Greek Epsilon
    [InlineData("Pr\u03BFmote")] // Greek omicron
    [InlineData("Centrul de Exce\u04CFenta")] // Cyrillic palochka
    [InlineData("P\u0301\u0440omote")] // an accent between Latin and Cyrillic
    [InlineData("\u13E2ROMOTE")] // Cherokee Li
    [InlineData("PR\u0555MOTE")] // Armenian Oh
    [InlineData("\uFF30ROMOTE")] // full width
    [InlineData("\U0001D40FROMOTE")] // mathematical bold
    [InlineData("\u2119ROMOTE")] // double-struck
    public async Task A_name_in_letters_that_pass_for_others_is_refused(string name) => await IsRefusedAsync(name);

    [Theory]
    [InlineData("Centrul „Ștefan cel Mare”, Bucureşti")]
    [InlineData("Центр PROMOTE, Одеса")]
    [InlineData("Κέντρο Εκπαίδευσης")]
    [InlineData("Žalgirio mokykla Çağla Ærø & Zürich")]
    [InlineData("NHK放送")]
    [InlineData("Escola n.º 1, 2.ª classe")]
    public async Task An_honest_name_is_taken(string name)
    {
        using var answer = await CreateAsync(name);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("PROMOTE\u202E")]
    [InlineData("\u0420ROMOTE")]
    public async Task An_issuer_that_is_here_takes_no_such_name_either(string name)
    {
        var things = await Things.MakeAsync(service.First);
        var body = JsonNode.Parse(Samples.IssuerProfile)!;
        body["name"]!["en"] = name;
        using var seen = await service.First.GetAsync($"/api/v1/issuers/{things.IssuerId}");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/issuers/{things.IssuerId}") { Content = Samples.Json(body.ToJsonString()), Headers = { IfMatch = { seen.Headers.ETag! } } };
        using var answer = await service.First.SendAsync(request);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PC-R009"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }

    [Theory]
    [InlineData('\u202E')]
    [InlineData('\u2067')]
    [InlineData('\u200F')]
    [InlineData('\u200B')]
    [InlineData('\u00AD')]
    [InlineData('\u3164')]
    [InlineData('\u034F')]
    public async Task A_page_about_somebody_elses_document_shows_that_something_is_hidden_in_it(char hidden)
    {
        var badge = new ForeignBadge();
        badge.Issuer["name"] = $"PRO{hidden}MOTE";
        badge.Achievement["name"] = $"Safer {hidden}talks";
        badge.Achievement["description"] = $"Talks {hidden}.";
        var html = HttpUtility.HtmlDecode(await badge.PageAsync(service.Anonymous));

        Assert.DoesNotContain(hidden, html);
        Assert.Contains("PRO\uFFFDMOTE", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_that_only_a_key_stands_for_is_not_shown_by_its_name_alone()
    {
        var badge = new ForeignBadge().With(one => one.Issuer["name"] = "PROMOTE");
        var html = await badge.PageAsync(service.Anonymous);

        Assert.Contains("verdict tone-good", html, StringComparison.Ordinal);
        Assert.Matches($"""class="by"[^>]*>[^<]*PROMOTE[^<]*</p>\s*<p class="mono">{badge.Did}</p>""", html);
        Assert.Matches($"""PROMOTE</span>\s*<span class="mono">{badge.Did}</span>""", html);
    }

    [Theory]
    [InlineData("did:web:xn--romote-7of.example", "xn--romote-7of.example")]
    [InlineData("did:web:promote.example.evil.example", "promote.example.evil.example")]
    [InlineData("did:web:pr0mote.example%3A8443", "pr0mote.example:8443")]
    public async Task The_domain_that_answers_for_a_name_stands_beside_it_in_plain_letters(string did, string domain)
    {
        var badge = new ForeignBadge().OfDomain(did, service.Web, $"https://{domain}/.well-known/did.json").With(one => one.Issuer["name"] = "PROMOTE");
        var html = await badge.PageAsync(service.Anonymous);

        Assert.Contains("verdict tone-good", html, StringComparison.Ordinal);
        Assert.Matches($"""class="by"[^>]*>[^<]*PROMOTE[^<]*</p>\s*<p class="mono">{domain}</p>""", html);
        Assert.Matches($"""PROMOTE</span>\s*<span class="mono">{domain}</span>""", html);
    }

    [Theory]
    [InlineData("did:web:\u0440romote.example")]
    [InlineData("did:web:promote.example\u2024evil.example")]
    [InlineData("did:web:promote\u3002example")]
    public async Task A_domain_in_letters_that_pass_for_others_is_none(string did)
    {
        var badge = new ForeignBadge().OfDomain(did, service.Web, "https://xn--romote-7of.example/.well-known/did.json");
        Assert.DoesNotContain("verdict tone-good", await badge.PageAsync(service.Anonymous), StringComparison.Ordinal);
    }

    private async Task IsRefusedAsync(string name)
    {
        using var answer = await CreateAsync(name);
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(problem.Errors!, error => error is { Code: "PC-R009", Pointer: "/name/en" });
    }

    private Task<HttpResponseMessage> CreateAsync(string name)
    {
        var body = JsonNode.Parse(Samples.IssuerJson($"x{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}"))!;
        body["name"]!["en"] = name;
        return service.Operator.PostAsync("/api/v1/issuers", Samples.Json(body.ToJsonString()));
    }
}
