using Microsoft.Playwright;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Tests;

namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>What no rule of a program decides alone: the keyboard, large type, paper, colours that somebody does not see, and a page that keeps to itself.</summary>
[Trait("needs", "chromium")]
[Trait("speed", "slow")]
public sealed class ReadabilityTests(Chromium chromium, PublicPages pages) : IClassFixture<Chromium>, IClassFixture<PublicPages>
{
    private static readonly string[] Pages = ["home", "valid", "revoked", "damaged", "verify", "verify-changed", "achievement", "issuer", "holder", "share", "nothing"];

    [NeedsChromium]
    public async Task With_the_keyboard_everything_is_reached_in_order_and_seen()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, pages.Home);
        foreach (var name in Pages)
        {
            await pages.OpenAsync(visit.Page, name, "en");
            var all = await visit.Page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, input, textarea, summary')].filter(one => one.checkVisibility()).filter(one => one.type !== 'radio' || one.checked).length");
            var seen = new List<string>();
            for (var stop = 0; stop < all; stop++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                seen.Add(await visit.Page.EvaluateAsync<string>("""
                    () => {
                        const one = document.activeElement, style = getComputedStyle(one), place = one.getBoundingClientRect();
                        const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && place.width > 0 && place.left >= 0 && place.top >= 0 && place.bottom <= innerHeight + 1;
                        window.stops ??= new Set();
                        const isNew = !window.stops.has(one);
                        window.stops.add(one);
                        return isSeen && isNew && one !== document.body ? 'seen' : `${one.outerHTML} ${style.outline} ${JSON.stringify(place)}`;
                    }
                    """));
            }

            Assert.All(seen, one => Assert.Equal("seen", one));
            Assert.True(seen.Count > 3, name);
        }

        Assert.Equal("#content", await FirstStopAsync(visit));
    }

    [NeedsChromium]
    public async Task At_four_hundred_percent_and_with_more_space_between_letters_nobody_scrolls_sideways()
    {
        // WCAG 1.4.10: 1280 by 1024 pixels at 400 % are 320 by 256. 1.4.12: the spacing that a reader may set.
        await using var visit = await Visit.StartAsync(chromium.Browser, pages.Home, width: 320);
        await visit.Page.SetViewportSizeAsync(320, 256);
        string[] languages = ["de", "lt", "fr"];
        foreach (var (turn, name) in PublicPages.Names.Index())
        {
            foreach (var language in Extent.IsWhole ? languages : [languages[turn % languages.Length]])
            {
                await pages.OpenAsync(visit.Page, name, language);
                await visit.Page.EvaluateAsync("document.querySelectorAll('*').forEach(one => { one.style.letterSpacing = '0.12em'; one.style.wordSpacing = '0.16em'; one.style.lineHeight = '1.5'; })");
                Assert.True(await visit.OverflowAsync() == 0, $"{name} in {language} scrolls sideways");
                Assert.Empty(await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('h1, h2, h3, p, dd, dt, li, summary, button, a')].filter(one => one.checkVisibility() && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible').map(one => one.outerHTML)"));
            }
        }
    }

    [NeedsChromium]
    public async Task Each_outcome_has_a_sign_of_its_own_shape_and_words_of_its_own()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, pages.Home);
        var signs = new List<string>();
        var words = new List<string>();
        foreach (var name in (string[])["valid", "suspended", "revoked", "replaced", "expired", "verify-foreign"])
        {
            await pages.OpenAsync(visit.Page, name, "en");
            signs.Add(await visit.Page.InnerHTMLAsync(".verdict .sign"));
            words.Add(await visit.Page.InnerTextAsync("h1"));
            foreach (var check in await visit.Page.Locator("li.check").AllAsync())
            {
                Assert.NotEmpty(await check.Locator(".word").InnerTextAsync());
                Assert.True(await check.Locator("svg.sign").IsVisibleAsync());
            }
        }

        Assert.Equal(signs, signs.Distinct());
        Assert.Equal(words, words.Distinct());
    }

    [NeedsChromium]
    public async Task On_paper_there_is_the_verdict_with_its_address_and_nothing_to_press()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, pages.Home, colors: ColorScheme.Dark);
        foreach (var name in (string[])["valid", "revoked", "verify-valid", "achievement", "issuer", "certificate"])
        {
            await pages.OpenAsync(visit.Page, name, "en");
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await visit.TakePictureAsync($"print-{name}");
            Assert.Equal(0, await visit.Page.Locator("form:visible, button:visible, input:visible, .button:visible, nav:visible").CountAsync());
            Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
            Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('h1, h2, h3, p, dt, dd, li')].filter(one => one.checkVisibility()).filter(one => { const [r, g, b] = getComputedStyle(one).color.match(/[0-9.]+/g).map(Number); return 0.2126 * r + 0.7152 * g + 0.0722 * b > 120; }).map(one => one.outerHTML)"));
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        await pages.OpenAsync(visit.Page, "valid", "en");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Contains($"{pages.Home}v/{pages.PublicIds["valid"]}", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [NeedsChromium]
    public async Task No_page_asks_another_host_sets_a_cookie_or_keeps_anything()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, pages.Home);
        var hosts = new HashSet<string>();
        visit.Page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
        foreach (var name in PublicPages.Names)
        {
            await pages.OpenAsync(visit.Page, name, "en");
        }

        Assert.Equal([pages.Home.Authority], hosts);
        Assert.Empty(await visit.Page.Context.CookiesAsync());
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
    }

    private async Task<string?> FirstStopAsync(Visit visit)
    {
        await pages.OpenAsync(visit.Page, "valid", "en");
        await visit.Page.Keyboard.PressAsync("Tab");
        return await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
    }
}
