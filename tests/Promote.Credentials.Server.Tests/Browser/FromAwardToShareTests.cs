using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Server.Demo;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>The whole way of a learner: the award, the mail, the page in Romanian, every file, a shared link and its end.</summary>
[Trait("needs", "chromium")]
[Trait("needs", "librsvg")]
public sealed partial class FromAwardToShareTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Name = "Ioana-ioana Țepeș-Müller";
    private static readonly string[] Forms = ["ob3", "ob3-ecdsa", "ob3-jwt", "ob3-jwt-es256", "ob2", "ob2-jwt"];
    private static readonly string[] Pictures = ["ob3-png", "ob3-svg", "ob3-jwt-png", "ob3-jwt-svg", "ob2-png", "ob2-svg"];

    [NeedsChromium]
    public async Task A_learner_follows_the_mail_takes_every_form_away_and_shares_with_and_without_the_name()
    {
        await using var sink = new MailSink();
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var service = await ServiceInside.StartAsync(database, sink.Settings);
        await AwardAsync(service);
        var link = Link().Match((await sink.UntilAsync(2)).Single(mail => mail.Recipients.Contains("ioana@prison.example")).Text).Value;

        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false, locale: "ro-RO");
        Assert.Equal(200, await visit.OpenAsync(link));
        await visit.TakePictureAsync("way-holder-ro-1280");
        Assert.Equal("ro", await visit.Page.GetAttributeAsync("html", "lang"));
        Assert.Contains(DemoContent.Achievement.Name.In("ro")!, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await DownloadAllAsync(visit.Page);
        var named = await ShareAsync(visit, link, withName: true);
        var nameless = await ShareAsync(visit, link, withName: false);
        Assert.Contains(Name, await TextAtAsync(visit, named, "way-shared-with-name-ro"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ioana", await TextAtAsync(visit, nameless, "way-shared-without-name-ro"), StringComparison.Ordinal);

        await visit.OpenAsync(link);
        while (await visit.Page.Locator("li.link button").CountAsync() > 0)
        {
            await visit.Page.Locator("li.link button").First.ClickAsync();
        }

        Assert.Empty(visit.Complaints);
        Assert.Equal(404, await visit.OpenAsync(named));
        Assert.Equal(404, await visit.OpenAsync(nameless));
    }

    private static async Task AwardAsync(TestedService service)
    {
        await using var db = service.Database.Open();
        var body = AwardRequest.For(new Seed("", await db.Achievements.Select(row => row.Id).SingleAsync(), ""));
        body["results"]![0]!["resultDescription"] = DemoContent.Test;
        body["formats"] = new JsonArray([.. Forms.Select(form => JsonValue.Create(form))]);
        using var answer = await AwardRequest.SendAsync(service.Client, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    // As a person does, by clicking, and not faster: a browser drops what goes beyond ten downloads a second. Then what is inside the pictures is compared with the files.
    private static async Task DownloadAllAsync(IPage page)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var button in await page.Locator("#files a[download]").AllAsync())
        {
            await Task.Delay(200);
            var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
            files.Add((await button.GetAttributeAsync("href"))!.Split('=')[^1], await File.ReadAllBytesAsync(await download.PathAsync()));
        }

        Assert.Equal(Forms.Concat(Pictures).Append("pdf").Append("certificate-svg").Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        foreach (var picture in Pictures)
        {
            Assert.True(BakedBadge.TryExtract(files[picture], out var badge, out var refusal), refusal?.Detail);
            Assert.Equal(files[picture[..picture.LastIndexOf('-')]], badge.Credential.ToArray());
        }
    }

    private static async Task<string> ShareAsync(Visit visit, string link, bool withName)
    {
        await visit.OpenAsync(link);
        var known = await AddressesAsync(visit);
        if (!await visit.Page.Locator("form.share").IsVisibleAsync())
        {
            await visit.Page.Locator("#share summary").ClickAsync();
        }

        await visit.Page.Locator("input[name=name]").SetCheckedAsync(withName);
        await visit.Page.Locator("form.share button").ClickAsync();
        await visit.Page.WaitForLoadStateAsync();
        return Assert.Single((await AddressesAsync(visit)).Except(known));
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(Visit visit)
    {
        var addresses = new List<string>();
        foreach (var input in await visit.Page.Locator("li.link input").AllAsync())
        {
            addresses.Add(await input.InputValueAsync());
        }

        return addresses;
    }

    private static async Task<string> TextAtAsync(Visit visit, string address, string picture)
    {
        Assert.Equal(200, await visit.OpenAsync(address));
        foreach (var width in new[] { 1280, 360 })
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            await visit.TakePictureAsync($"{picture}-{width}");
        }

        await visit.Page.SetViewportSizeAsync(1280, 800);
        return await visit.Page.InnerTextAsync("body");
    }

    [GeneratedRegex("http://[^ \\r\\n]+/credentials/[A-Za-z0-9_-]{22}")]
    private static partial Regex Link();
}
