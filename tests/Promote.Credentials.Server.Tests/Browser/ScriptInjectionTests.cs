using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Sharing;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>An issuer who writes script into every text there is. The pages show it as text.</summary>
[Trait("needs", "chromium")]
public sealed class ScriptInjectionTests(Chromium chromium) : IClassFixture<Chromium>
{
    // Whatever could run, or load something from elsewhere, on a page that has no scripts at all.
    private const string Dangerous = """
        [...document.querySelectorAll('*')].filter(one =>
            one.matches('script, iframe, object, embed, base, style, meta[http-equiv], form:not([method=post][action^="/credentials/"], [method=post][action^="/v/"])') ||
            [...one.attributes].some(it => it.name.startsWith('on') || /^\s*(javascript|data|vbscript):/i.test(it.value)) ||
            [one.href, one.src].some(it => typeof it === 'string' && it && one.tagName !== 'A' && new URL(it).host !== location.host)
        ).map(one => one.outerHTML)
        """;

    [NeedsChromium]
    public async Task No_text_of_an_issuer_runs_as_script()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, width: 320);
        foreach (var (number, payload) in Payloads.All.Index())
        {
            await RenameIssuerAsync(database, payload);
            var achievement = await PublishAsync(service, payload);
            using var answer = await AwardRequest.SendAsync(service.Client, HostileAward.Award(AwardRequest.For(seed with { AchievementId = achievement }), payload));
            var links = await IssuedLinks.ReadAsync(answer);

            // The pages share their parts: what shows most of them each time, the others in turn.
            var holder = new HolderForms(service.Anonymous, database, links.Credential.Split('/')[^1]);
            var share = await holder.NewLinkAsync("name=on&results=on&until=never");
            await AssertHarmlessAsync(visit, links.Verification.Replace(links.PublicId, share, StringComparison.Ordinal), payload);
            Assert.Equal($"{payload} {payload}", await visit.Page.TextContentAsync(".shared .name"));
            await AssertHarmlessAsync(visit, links.Credential, payload);
            var other = new[] { links.Verification, Absolute(service, $"/achievements/{achievement}"), Absolute(service, "/issuers/cove-ro") }[number % 3];
            await AssertHarmlessAsync(visit, other, payload);
        }
    }

    private static string Absolute(TestedService service, string path) => new Uri(service.Url, path).AbsoluteUri;

    private static async Task AssertHarmlessAsync(Visit visit, string url, string payload)
    {
        Assert.Equal(200, await visit.OpenAsync(url));
        Assert.Equal(payload, await visit.Page.TextContentAsync(".title"));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Dangerous));
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(visit.Complaints);
    }

    private static async Task<string> PublishAsync(TestedService service, string payload)
    {
        using var body = new StringContent(HostileAward.Achievement(payload).ToJsonString(), Encoding.UTF8, "application/json");
        using var created = await service.Client.PostAsync("/api/v1/achievements", body);
        var answer = await created.Content.ReadAsStringAsync();
        Assert.True(created.IsSuccessStatusCode, $"{payload}: {answer}");
        var id = JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("id").GetString()!;
        using var published = await service.Client.PostAsync($"/api/v1/achievements/{id}/publish", null);
        Assert.True(published.IsSuccessStatusCode);
        return id;
    }

    // In the store, past every rule for issuers.
    private static async Task RenameIssuerAsync(TestDatabase database, string payload)
    {
        await using var db = database.Open();
        var row = await db.Issuers.SingleAsync();
        var text = new LanguageMap([new("en", payload)]);
        row.Profile = StoredJson.Write(StoredJson.Read<Issuer>(row.Profile) with { Name = text, Description = text, Image = new Uri("https://evil.example/logo.png") });
        await db.SaveChangesAsync();
    }
}
