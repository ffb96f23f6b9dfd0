using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>What verifiers and people get at the addresses that signed documents name.</summary>
public sealed class PublicDocumentTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    // What a verifier works with but a reader does not: the kinds of things, by their names in the vocabulary.
    private static readonly string[] Vocabulary = ["@context", "type", "targetType", "targetFramework"];

    [Theory]
    [InlineData(null, "text/html")]
    [InlineData("*/*", "text/html")]
    [InlineData(Browser, "text/html")]
    [InlineData("text/html;q=0.5, application/json;q=0.4", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/ld+json, application/json, text/html;q=0.1", "application/json")]
    [InlineData("no such thing", "text/html")]
    public async Task The_answer_is_a_page_unless_JSON_is_asked_for_by_name(string? accept, string expected)
    {
        var things = await Things.MakeAsync(service.First);
        using var answer = await GetAsync($"/v/{things.PublicId}", accept);

        Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task The_page_shows_every_value_that_was_signed_about_the_achievement_the_issuer_and_the_dates()
    {
        var things = await Things.MakeAsync(service.First);
        using var page = await GetAsync($"/v/{things.PublicId}", Browser);
        var html = HttpUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        var signed = (await JsonAsync($"/v/{things.PublicId}")).GetProperty("credential");

        var values = Values(signed).ToList();
        Assert.True(values.Count > 25);
        Assert.All(values, value => Assert.Contains(AsShown(value), html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_JSON_has_the_public_members_of_the_signed_document_and_no_other()
    {
        var things = await Things.MakeAsync(service.First);
        var document = await JsonAsync($"/credentials/{things.HolderId}?format=ob3");
        var answer = await JsonAsync($"/v/{things.PublicId}");
        var credential = answer.GetProperty("credential");
        var subject = credential.GetProperty("credentialSubject");

        Assert.Equal("valid", answer.GetProperty("outcome").GetString());
        Assert.Equal(["format", "proof", "issuerIdentity", "validityDates", "status", "ownRecord"], answer.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("id").GetString()));
        Assert.Equal(["@context", "id", "type", "name", "issuer", "validFrom", "validUntil", "awardedDate", "credentialSubject"], Names(credential));
        Assert.Equal(["type", "activityStartDate", "activityEndDate", "achievement"], Names(subject));
        Assert.All(credential.EnumerateObject().SkipLast(1), member => Assert.True(JsonElement.DeepEquals(document.GetProperty(member.Name), member.Value)));
        Assert.All(subject.EnumerateObject(), member => Assert.True(JsonElement.DeepEquals(document.GetProperty("credentialSubject").GetProperty(member.Name), member.Value)));
    }

    [Theory]
    [InlineData("application/vc")]
    [InlineData("application/json")]
    [InlineData("application/ld+json")]
    public async Task The_holders_link_gives_the_stored_bytes(string accept)
    {
        var things = await Things.MakeAsync(service.First);
        using var asked = await GetAsync($"/credentials/{things.HolderId}", accept);
        var named = await service.Anonymous.GetByteArrayAsync($"/credentials/{things.HolderId}?format=ob3");
        var stored = (await Fixtures.Ledger.FindAsync(service.Database, things.PublicId))!.Utf8;

        Assert.Equal("application/vc", asked.Content.Headers.ContentType?.MediaType);
        Assert.Equal(stored, await asked.Content.ReadAsByteArrayAsync());
        Assert.Equal(stored, named);
    }

    [Fact]
    public async Task A_format_that_is_not_there_is_told_from_a_credential_that_is_not_there()
    {
        var things = await Things.MakeAsync(service.First);
        using var answer = await GetAsync($"/credentials/{things.HolderId}?format=papyrus", null);

        Assert.Contains("ob3", (await Problem.ReadAsync(answer)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_addresses_that_a_signed_document_names_answer_with_what_it_says()
    {
        var things = await Things.MakeAsync(service.First);
        var signed = (await JsonAsync($"/v/{things.PublicId}")).GetProperty("credential");
        var achievement = signed.GetProperty("credentialSubject").GetProperty("achievement");
        var served = await JsonAsync(PathOf(achievement));

        Assert.All(achievement.EnumerateObject(), member => Assert.True(JsonElement.DeepEquals(served.GetProperty(member.Name), member.Value), member.Name));
        foreach (var related in achievement.GetProperty("related").EnumerateArray())
        {
            var other = await JsonAsync(PathOf(related));
            Assert.Equal(related.GetProperty("id").GetString(), other.GetProperty("id").GetString());
            Assert.Equal(related.TryGetProperty("inLanguage", out var language) ? language.GetString() : null, other.TryGetProperty("inLanguage", out language) ? language.GetString() : null);
        }
    }

    [Fact]
    public async Task A_result_leads_to_the_place_on_the_page_where_it_is_described()
    {
        var things = await Things.MakeAsync(service.First);
        var document = await JsonAsync($"/credentials/{things.HolderId}?format=ob3");
        var described = new Uri(document.GetProperty("credentialSubject").GetProperty("result")[0].GetProperty("resultDescription").GetString()!);
        using var page = await GetAsync(described.AbsolutePath, Browser);

        Assert.Contains($"id=\"{described.Fragment[1..]}\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_version_resolves_for_ever_and_a_draft_does_not()
    {
        var things = await Things.MakeAsync(service.First);
        var achievement = $"/achievements/{things.AchievementId}";
        using var before = await service.First.GetAsync($"/api/v1{achievement}");
        using var change = new HttpRequestMessage(HttpMethod.Put, $"/api/v1{achievement}") { Content = Samples.Json(Samples.Achievement.Replace("PT60H", "PT90H", StringComparison.Ordinal)) };
        change.Headers.IfMatch.Add(before.Headers.ETag!);
        using var changed = await service.First.SendAsync(change);
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{achievement}/versions/2"));
        Assert.EndsWith("/versions/1", (await LocationAsync(achievement))!, StringComparison.Ordinal);

        await PostAsync($"/api/v1{achievement}/publish");
        Assert.EndsWith("/versions/2", (await LocationAsync(achievement))!, StringComparison.Ordinal);

        await PostAsync($"/api/v1{achievement}/retire");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{achievement}/versions/1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{achievement}/versions/2"));
        foreach (var nothing in (string[])["versions/3", "versions/0", "versions/01x", "versions/1/tr", "versions/99999999999"])
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{achievement}/{nothing}"));
        }
    }

    [Fact]
    public async Task The_issuers_profile_and_its_keys_are_those_of_its_documents()
    {
        var things = await Things.MakeAsync(service.First);
        var document = await JsonAsync($"/credentials/{things.HolderId}?format=ob3");
        var profile = await JsonAsync("/issuers/cove-ro");
        var did = await service.Anonymous.GetFromJsonAsync<JsonElement>("/issuers/cove-ro/did.json");

        Assert.All(document.GetProperty("issuer").EnumerateObject(), member => Assert.True(JsonElement.DeepEquals(profile.GetProperty(member.Name), member.Value), member.Name));
        Assert.Equal(profile.GetProperty("id").GetString(), did.GetProperty("id").GetString());
        Assert.Contains(document.GetProperty("proof")[0].GetProperty("verificationMethod").GetString(), did.GetProperty("assertionMethod").EnumerateArray().Select(method => method.GetString()));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/issuers/nobody"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/issuers/nobody/did.json"));
    }

    // Terms are shown as words, and what a version names within itself is a place on the page.
    private static string AsShown(string signed) => signed switch
    {
        "MicroCredential" => "Micro-credential",
        "RawScore" => "Raw score",
        _ when signed.EndsWith("/image", StringComparison.Ordinal) => $"<img class=\"badge\" src=\"{new Uri(signed).AbsolutePath}\"",
        _ when signed.Contains("/achievements/", StringComparison.Ordinal) && signed.Contains('#', StringComparison.Ordinal) => $"id=\"{signed.Split('#')[1]}\"",
        _ => signed,
    };

    private static string PathOf(JsonElement thing) => new Uri(thing.GetProperty("id").GetString()!).AbsolutePath;

    private static IEnumerable<string> Names(JsonElement members) => members.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => !Vocabulary.Contains(member.Name)).SelectMany(member => Values(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Values),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };

    private async Task<HttpResponseMessage> GetAsync(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await service.Anonymous.SendAsync(request);
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path, "application/json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await GetAsync(path, Browser);
        return answer.StatusCode;
    }

    private async Task<string?> LocationAsync(string path)
    {
        using var answer = await GetAsync(path, Browser);
        return answer.Headers.Location?.OriginalString;
    }

    private async Task PostAsync(string path)
    {
        using var answer = await service.First.PostAsync(path, null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
