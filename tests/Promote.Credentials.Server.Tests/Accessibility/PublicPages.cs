using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Public;
using Promote.Credentials.Server.Tests.Sharing;
using Promote.Credentials.Server.Tests.Web;
using FakeTime = Promote.Credentials.Tests.FakeTime;

namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>A service with one credential in each state, and the way to every page that it shows to people. Its clock can be turned, so that one of them has expired.</summary>
public sealed class PublicPages : RunningService
{
    // Enough for each language and each page that asks about one credential.
    private const int QuestionsAboutOne = 40;

    private const string NoId = "AAAAAAAAAAAAAAAAAAAAAA";

    private readonly FakeTime time = new();
    private readonly Dictionary<string, Func<IPage, string, Task>> ways = [];

    /// <summary>The names of the pages.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "valid", "suspended", "revoked", "replaced", "expired", "damaged", "not-here",
        "verify", "verify-valid", "verify-changed", "verify-suspended", "verify-revoked", "verify-expired", "verify-foreign", "verify-presentation", "verify-rejected",
        "holder-match", "holder-no-match", "holder-unreadable", "holder-of-revoked", "too-many",
        "home", "achievement", "issuer", "holder", "share", "certificate", "problem", "nothing",
    ];

    /// <summary>The folded files of the states: what a holder would hand in.</summary>
    internal Dictionary<string, string> Files { get; } = [];

    /// <summary>What verifies at these public ids, by state.</summary>
    internal Dictionary<string, string> PublicIds { get; } = [];

    internal Dictionary<string, string> HolderIds { get; } = [];

    internal Uri Home => Anonymous.BaseAddress!;

    protected override int Port { get; } = TestedService.FreePort();

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Promote:PublicBaseUrl"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"),
        ["Promote:RateLimits:HolderPerCredentialAndHour"] = "1",
        ["Promote:RateLimits:HolderPerCredentialBurst"] = QuestionsAboutOne.ToString(CultureInfo.InvariantCulture),
    };

    public override async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        await base.InitializeAsync();
        await MakeCredentialsAsync();
        ShowCredentials();
        ShowVerify();
        await ShowHolderAsync();
        await ShowOthersAsync();
    }

    public override Task DisposeAsync() => Chromium.Missing is null ? base.DisposeAsync() : Task.CompletedTask;

    /// <summary>Leads a browser to a page, as a reader gets there.</summary>
    internal Task OpenAsync(IPage page, string name, string language) => ways[name](page, language);

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(time);

    private async Task MakeCredentialsAsync()
    {
        await DescribeIssuerAsync();
        using var created = await First.PostAsync("/api/v1/achievements", Samples.Json(InTenLanguages.Achievement().ToJsonString()));
        AchievementId = (await created.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await First.PostAsync($"/api/v1/achievements/{AchievementId}/publish", null);
        published.EnsureSuccessStatusCode();

        var ids = new Dictionary<string, string>();
        foreach (var state in (string[])["valid", "suspended", "revoked", "replaced", "expired", "damaged"])
        {
            ids[state] = await AwardAsync(state);
        }

        await ChangeAsync(ids["suspended"], "suspend", """{"reason": "The assessment is looked at again"}""");
        await ChangeAsync(ids["revoked"], "revoke", """{"reason": "Awarded by mistake"}""");
        await ChangeAsync(ids["replaced"], "replace", """{"learner": {"givenName": "Ioana", "familyName": "Other", "email": "ioana@prison.example"}, "reason": "The name was misspelt"}""");
        await DamageAsync(PublicIds["damaged"]);
        time.Advance(TimeSpan.FromDays(3));
    }

    // Its page, too, is to be had in every language.
    private async Task DescribeIssuerAsync()
    {
        var inTen = new JsonObject(Language.All.Select(language => KeyValuePair.Create<string, JsonNode?>(language.Tag, $"Trains and assesses staff [{language.Tag}]")));
        var profile = new JsonObject { ["name"] = new JsonObject { ["en"] = "Centre of Vocational Excellence" }, ["description"] = inTen, ["country"] = "RO", ["language"] = "en", ["email"] = "office@example.org", ["url"] = "https://example.org/" };
        var issuers = await First.GetFromJsonAsync<JsonElement>("/api/v1/issuers");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/issuers/{issuers.GetProperty("items")[0].GetProperty("id").GetString()}") { Content = Samples.Json(profile.ToJsonString()) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await First.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private string AchievementId { get; set; } = "";

    private async Task<string> AwardAsync(string state)
    {
        var body = JsonNode.Parse(Samples.Award(AchievementId))!;
        if (state == "expired")
        {
            body["validUntil"] = time.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        using var answer = await AwardRequest.SendAsync(First, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var award = await answer.Content.ReadFromJsonAsync<JsonElement>();
        PublicIds[state] = LastPart(award, "verification");
        HolderIds[state] = LastPart(award, "credential");
        Files[state] = await Anonymous.GetStringAsync($"/credentials/{HolderIds[state]}?format=ob3");
        return award.GetProperty("id").GetString()!;
    }

    private static string LastPart(JsonElement award, string link) => award.GetProperty("links").GetProperty(link).GetString()!.Split('/')[^1];

    private async Task ChangeAsync(string id, string operation, string body)
    {
        using var answer = await First.PostAsync($"/api/v1/awards/{id}/{operation}", Samples.Json(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task DamageAsync(string publicId)
    {
        await using var db = Database.Open();
        var row = await (
            from award in db.Awards
            where award.PublicId == publicId
            join credential in db.Credentials on award.Id equals credential.AwardId
            select credential).SingleAsync();
        var changed = row.Signed!.ToArray();
        changed[changed.Length / 2] ^= 1;
        row.Signed = changed;
        await db.SaveChangesAsync();
    }

    private void ShowCredentials()
    {
        foreach (var (state, id) in PublicIds)
        {
            ways[state] = At($"v/{id}");
        }

        ways["not-here"] = At($"v/{NoId}");
        ways["holder"] = At($"credentials/{HolderIds["valid"]}");
        ways["certificate"] = At($"credentials/{HolderIds["valid"]}/certificate");
    }

    private void ShowVerify()
    {
        Files["changed"] = Files["valid"].Replace("Dynamic security", "Static security", StringComparison.Ordinal);
        Files["foreign"] = Repository.Read("tests", "golden", "open-badges-3", "assessed-micro-credential.signed.json");
        Files["presentation"] = $$"""{"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"], "verifiableCredential": [{{Files["valid"]}}, {{Files["revoked"]}}]}""";
        Files["rejected"] = "no credential";
        ways["verify"] = At("verify");
        foreach (var name in Names.Where(name => name.StartsWith("verify-", StringComparison.Ordinal)))
        {
            var file = Files[name["verify-".Length..]];
            ways[name] = async (page, language) =>
            {
                await At("verify")(page, language);
                await page.FillAsync("#text", file);
                await SubmitAsync(page, "form.verify button");
            };
        }
    }

    private async Task ShowHolderAsync()
    {
        ways["holder-match"] = Naming("valid", "ioana țepeș");
        ways["holder-no-match"] = Naming("valid", "Ion Popescu");
        ways["holder-unreadable"] = Naming("valid", " ");
        ways["holder-of-revoked"] = Naming("revoked", "ioana@prison.example");
        ways["too-many"] = Naming("suspended", "Ion Popescu");
        for (var question = 0; question < QuestionsAboutOne; question++)
        {
            using var answer = await Anonymous.PostAsync($"/v/{PublicIds["suspended"]}/holder", Samples.Json("""{"holder": "Ion Popescu"}"""));
        }
    }

    private Func<IPage, string, Task> Naming(string state, string person) => async (page, language) =>
    {
        await At($"v/{PublicIds[state]}")(page, language);
        await page.FillAsync("#person", person);
        await SubmitAsync(page, "form.ask button");
    };

    // A click is done before the page that it leads to is, and one that has no style yet is another page.
    private static async Task SubmitAsync(IPage page, string button)
    {
        await page.EvaluateAsync("window.isLeft = true");
        await page.ClickAsync(button);
        await page.WaitForFunctionAsync("() => !window.isLeft && document.readyState === 'complete'");
    }

    private async Task ShowOthersAsync()
    {
        ways["home"] = At("");
        ways["problem"] = At("problems/pc-r018");
        ways["nothing"] = At("no/such/page");
        var share = await new HolderForms(Anonymous, Database, HolderIds["valid"]).NewLinkAsync("name=on&results=on&until=never");
        ways["share"] = At($"v/{share}");
        ways["achievement"] = At($"achievements/{AchievementId}/versions/1");
        ways["issuer"] = At("issuers/cove-ro");
    }

    private Func<IPage, string, Task> At(string path) => (page, language) => page.GotoAsync($"{Home}{path}?lang={language}");
}
