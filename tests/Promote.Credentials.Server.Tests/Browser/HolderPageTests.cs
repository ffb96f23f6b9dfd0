using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Promote.Credentials.Server.Demo;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>What a holder does with the page of their own, in a browser that runs no scripts.</summary>
[Trait("needs", "chromium")]
public sealed class HolderPageTests(Chromium chromium, ServiceWithDemo started) : IClassFixture<Chromium>, IClassFixture<ServiceWithDemo>, IAsyncLifetime
{
    private const string Name = "Ioana-ioana Țepeș-Müller";

    private readonly TestedService service = started.Service;
    private IssuedLinks links = null!;

    public async Task InitializeAsync()
    {
        await using var db = started.Database.Open();
        links = await IssuedLinks.IssueAsync(service, await db.Achievements.Select(row => row.Id).SingleAsync(), DemoContent.Test);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [NeedsChromium]
    public async Task A_holder_makes_a_link_with_their_name_opens_it_and_ends_it()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false);
        await visit.OpenAsync(links.Credential);
        await visit.Page.GetByLabel(Name).CheckAsync();
        await visit.Page.GetByLabel("one week").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();

        Assert.StartsWith(links.Credential, visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Your link is ready.", await visit.Page.InnerTextAsync("#share .notice"), StringComparison.Ordinal);
        var address = await visit.Page.GetByLabel("Address of this link").InputValueAsync();
        Assert.NotEqual(links.Verification, address);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Open", Exact = true }).ClickAsync();
        Assert.Equal(address, visit.Page.Url);
        Assert.Equal(Name, await visit.Page.InnerTextAsync(".shared .name"));
        Assert.DoesNotContain("92%", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await visit.Page.GoBackAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "End this link" }).ClickAsync();
        Assert.Contains("The link has ended.", await visit.Page.InnerTextAsync("#share .notice"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.GetByLabel("Address of this link").CountAsync());
        Assert.Empty(visit.Complaints);

        Assert.Equal(404, await visit.OpenAsync(address));
    }

    [NeedsChromium]
    public async Task The_page_is_kept_to_look_at_in_two_languages_and_two_widths()
    {
        foreach (var (language, width) in new[] { ("en", 1280), ("ro", 1280), ("en", 360), ("ro", 360), ("ro", 320) })
        {
            await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false, width: width);
            Assert.Equal(200, await visit.OpenAsync($"{links.Credential}?lang={language}"));
            await visit.TakePictureAsync($"holder-{language}-{width}");
            Assert.Equal(0, await visit.OverflowAsync());

            await visit.Page.Locator("input[name=name]").CheckAsync();
            await visit.Page.Locator("input[name=results]").CheckAsync();
            await visit.Page.Locator("form.share button").ClickAsync();
            await visit.Page.WaitForLoadStateAsync();
            await visit.TakePictureAsync($"holder-shared-{language}-{width}");
            Assert.Equal(0, await visit.OverflowAsync());

            Assert.Equal(200, await visit.OpenAsync($"{await visit.Page.Locator("li.link input").First.InputValueAsync()}?lang={language}"));
            await visit.TakePictureAsync($"share-link-{language}-{width}");
            Assert.Equal(0, await visit.OverflowAsync());
            Assert.Equal(language, await visit.Page.GetAttributeAsync("html", "lang"));
            Assert.Empty(visit.Complaints);
            await DropLinksAsync();
        }
    }

    [NeedsChromium]
    public async Task Everything_on_the_page_can_be_reached_and_pressed()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url, width: 320);
        await visit.OpenAsync(links.Credential);

        // WCAG 2.2, 2.5.8: what is pressed is at least 24 pixels high, unless it stands in a sentence.
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.own button, .own .button, .own label.choice, .own input:not([type=checkbox]):not([type=radio]), .own textarea, .own summary, .own .jump a')]
                .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24).map(one => one.outerHTML)
            """));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('input, textarea, select')].filter(one => one.labels.length === 0 && !one.ariaLabel).map(one => one.outerHTML)
            """));
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [NeedsChromium]
    public async Task Printed_it_is_one_page_that_does_not_give_the_holders_link_away()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url);
        await visit.OpenAsync(links.Credential);
        var paper = await visit.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.TakePictureAsync("holder-print");

        Assert.Equal(1, Encoding.Latin1.GetString(paper).Split("/Type /Page\n").Length - 1);
        Assert.Equal(0, await visit.Page.Locator("button:visible, input:visible, .button:visible").CountAsync());
        Assert.Contains(links.Verification, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(links.Credential.Split('/')[^1], await visit.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.True(await visit.Page.Locator(".proof img").IsVisibleAsync());
    }

    private async Task DropLinksAsync()
    {
        await using var db = started.Database.Open();
        await db.ShareLinks.ExecuteDeleteAsync();
    }
}
