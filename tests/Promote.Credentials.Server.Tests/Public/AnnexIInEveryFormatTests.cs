using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Tests.Sharing;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>
/// Council Recommendation 2022/C 243/02, Annex I: all eleven mandatory elements of one award are read back out of every format,
/// each at the place that docs/annex-i.md names. A format is one reader, which answers the elements in the order of the Annex.
/// </summary>
public sealed class AnnexIInEveryFormatTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Email = "ioana@prison.example";
    private const string Lists = "http://data.europa.eu/snb/";

    [Fact]
    public Task Open_Badges_3_says_them() => SaysThemAsync(Email, async holder => AnnexIReaders.OpenBadges3(await JsonAsync($"/credentials/{holder}?format=ob3"), WhoIs));

    [Fact]
    public Task Open_Badges_2_says_them_in_the_assertion_and_what_it_names() => SaysThemAsync(Email, async holder =>
    {
        const string Vocabulary = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
        var assertion = await JsonAsync($"/credentials/{holder}?format=ob2");
        var badge = await JsonAsync(new Uri(Text(assertion, "badge")).AbsolutePath);
        var issuer = await JsonAsync(new Uri(Text(badge, "issuer")).AbsolutePath);
        var targets = badge.GetProperty("alignment").EnumerateArray().ToList();
        var recipient = assertion.GetProperty("recipient");
        return
        [
            WhoIs(Text(recipient, "identity"), Text(recipient, "salt")),
            Text(badge, "name"),
            Text(issuer.GetProperty(Vocabulary + "address"), Vocabulary + "CountryCode"),
            Text(issuer, "name"),
            Text(assertion, "issuedOn"),
            Target("http://data.europa.eu/esco/skill/"),
            Text(targets.Single(target => Text(target, "targetUrl").EndsWith("#workload", StringComparison.Ordinal)), "targetCode"),
            Target(Lists + "eqf/"),
            Target(Lists + "assessment/"),
            Target(Lists + "learning-setting/"),
            Target(Lists + "accreditation/"),
        ];

        string Target(string list) => targets.Select(target => Text(target, "targetUrl")).Single(url => url.StartsWith(list, StringComparison.Ordinal));
    });

    [Fact]
    public Task Europass_says_them() => SaysThemAsync("Ioana Țepeș", async holder =>
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(Text(await JsonAsync($"/credentials/{holder}?format=europass"), "payload")));
        return AnnexIReaders.Europass(document.RootElement);
    });

    [Fact]
    public Task The_page_says_them_with_the_learner_on_a_link_that_shows_the_name() => SaysThemAsync("Ioana Țepeș", async holder =>
    {
        var link = await new HolderForms(service.Anonymous, service.Database, holder).NewLinkAsync("name=on&until=month");
        using var answer = await service.Anonymous.GetAsync($"/v/{link}?lang=en");
        var html = HttpUtility.HtmlDecode(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return
        [
            Shown("""<p class="name"[^>]*>([^<]+)<"""),
            Shown("""class="title">([^<]+)<"""),
            Shown("""<dt>Country</dt><dd><data value="([^"]+)"""),
            Shown("""<h2>Issuer</h2>\s*<p class="lead"><strong>([^<]+)<"""),
            Shown("""<dt>Awarded</dt>\s*<dd>\s*<time datetime="([^"]+)"""),
            Shown("""<h2>What the holder can do</h2>\s*<ul[^>]*>\s*<li[^>]*>\s*<a href="([^"]+)"""),
            Shown("""<dt>Workload</dt>\s*<dd>\s*<time datetime="([^"]+)"""),
            Linked("European Qualifications Framework"),
            Linked("Type of assessment"),
            Linked("Form of participation"),
            Linked("Quality assurance"),
        ];

        string Linked(string label) => Shown($"""<dt>{label}</dt>\s*<dd>\s*<a href="([^"]+)""");
        string Shown(string place) => Assert.Single(Regex.Matches(html, place)).Groups[1].Value;
    });

    private async Task SaysThemAsync(string learner, Func<string, Task<IReadOnlyList<string>>> reader)
    {
        var read = await reader(await AwardAsync());

        Assert.Equal(AnnexI.Mandatory.Select(element => element.Name).Zip(Expected(learner)), AnnexI.Mandatory.Select(element => element.Name).Zip(read));
        Assert.Equal(AnnexI.Mandatory.Count, read.Count);
    }

    // What Samples.Achievement and Samples.Award ask for.
    private static string[] Expected(string learner) =>
    [
        learner,
        "Dynamic security",
        "RO",
        "Centre cove-ro",
        "2026-03-20T00:00:00Z",
        "http://data.europa.eu/esco/skill/96de2e86-e287-41f2-88ab-15a2343afc6f",
        "PT60H",
        Lists + "eqf/4",
        Lists + "assessment/6a4db9f11d",
        Lists + "learning-setting/e207a81fc7",
        Lists + "accreditation/bb4618238e",
    ];

    private async Task<string> AwardAsync()
    {
        var achievement = (await Things.MakeAsync(service.First)).AchievementId;
        using var answer = await service.First.PostAsync(
            "/api/v1/awards", Samples.Json(Samples.Award(achievement).Replace("[\"ob3\"]", "[\"ob3\", \"ob2\", \"europass\"]", StringComparison.Ordinal)));
        var award = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return award.GetProperty("links").GetProperty("credential").GetString()!.Split('/')[^1];
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var answer = await service.Anonymous.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private static JsonElement At(JsonElement element, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            element = element.GetProperty(member);
        }

        return element;
    }

    // Whoever knows the address can tell that the document is about its owner.
    private static string WhoIs(string hash, string salt) => hash == IdentityHash.Of(Email, salt) ? Email : hash;

    private static string Text(JsonElement owner, string member) => owner.GetProperty(member).GetString()!;
}
