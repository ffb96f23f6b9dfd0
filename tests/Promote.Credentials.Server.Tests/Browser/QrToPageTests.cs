using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Promote.Credentials.Server.Demo;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>What an employer does: scan the code, read the page. The service, Chromium and zbar are processes of their own.</summary>
[Trait("needs", "chromium")]
[Trait("needs", "zbar")]
public sealed class QrToPageTests(Chromium chromium, ServiceWithDemo started) : IClassFixture<Chromium>, IClassFixture<ServiceWithDemo>, IAsyncLifetime
{
    private const string Words = ".check .word";

    private readonly TestedService service = started.Service;
    private string achievementId = null!;
    private IssuedLinks links = null!;

    private static string Title { get; } = DemoContent.Achievement.Name.In("en")!;

    public async Task InitializeAsync()
    {
        await using var db = started.Database.Open();
        achievementId = await db.Achievements.Select(row => row.Id).SingleAsync();
        links = await IssuedLinks.IssueAsync(service, achievementId, DemoContent.Test);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [NeedsChromiumAndZbar]
    public async Task The_served_code_leads_to_a_page_with_the_achievement_and_every_check_passed()
    {
        var png = await service.Anonymous.GetByteArrayAsync(links.Qr.Replace(".svg", ".png", StringComparison.Ordinal));
        var scanned = await Zbar.ReadAsync(png);
        Assert.Equal(links.Verification, scanned);

        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false);
        Assert.Equal(200, await visit.OpenAsync(scanned));
        await visit.TakePictureAsync("verified-1280");

        Assert.Equal("This credential is valid", await visit.Page.InnerTextAsync("h1"));
        Assert.Equal(Title, await visit.Page.InnerTextAsync(".title"));
        var words = await visit.Page.Locator(Words).AllInnerTextsAsync();
        Assert.True(words.Count >= 5);
        Assert.All(words, word => Assert.Equal("Passed", word));
        Assert.Empty(visit.Complaints);
    }

    [NeedsChromiumAndZbar]
    public async Task The_code_as_a_browser_draws_the_SVG_holds_the_same_text()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, width: 400);
        await visit.OpenAsync(links.Qr);

        Assert.Equal(links.Verification, await Zbar.ReadAsync(await visit.Page.ScreenshotAsync()));
    }

    [NeedsChromium]
    public async Task No_page_scrolls_sideways_complains_or_asks_another_host_at_any_width()
    {
        foreach (var (name, url) in Pages)
        {
            foreach (var width in new[] { 1280, 360, 320 })
            {
                await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, width: width);
                Assert.Equal(200, await visit.OpenAsync(url));
                await visit.TakePictureAsync($"{name}-{width}");
                Assert.Equal(0, await visit.OverflowAsync());
                Assert.Empty(visit.Complaints);
            }
        }
    }

    [NeedsChromium]
    public async Task A_page_in_the_dark_is_kept_to_look_at()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, colors: ColorScheme.Dark);
        await visit.OpenAsync(links.Verification);
        await visit.TakePictureAsync("verification-dark-1280");

        Assert.NotEqual("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.sheet')).backgroundColor"));
        Assert.Empty(visit.Complaints);
    }

    [NeedsChromium]
    public async Task One_changed_byte_of_the_stored_document_is_said_on_the_page()
    {
        await ChangeOneByteAsync();
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false);
        Assert.Equal(200, await visit.OpenAsync(links.Verification));
        await visit.TakePictureAsync("changed-1280");
        await visit.Page.SetViewportSizeAsync(360, 800);
        await visit.TakePictureAsync("changed-360");

        Assert.Equal("This credential is not valid", await visit.Page.InnerTextAsync("h1"));
        Assert.Contains("Failed", await visit.Page.Locator(Words).AllInnerTextsAsync());
        Assert.DoesNotContain(Title, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    private IEnumerable<(string Name, string Url)> Pages =>
    [
        ("verification", links.Verification),
        ("holder", links.Credential),
        ("issuer", new Uri(service.Url, $"/issuers/{DemoContent.Slug}").AbsoluteUri),
        ("achievement", new Uri(service.Url, $"/achievements/{achievementId}").AbsoluteUri),
        ("achievement-ro", new Uri(service.Url, $"/achievements/{achievementId}/versions/1/ro").AbsoluteUri),
    ];

    private async Task ChangeOneByteAsync()
    {
        await using var db = started.Database.Open();
        var row = await (
            from award in db.Awards
            where award.PublicId == links.PublicId
            join credential in db.Credentials on award.Id equals credential.AwardId
            select credential).SingleAsync();
        var changed = row.Signed!.ToArray();
        changed[changed.Length / 2] ^= 1;
        row.Signed = changed;
        Assert.Equal(1, await db.SaveChangesAsync());
    }
}
