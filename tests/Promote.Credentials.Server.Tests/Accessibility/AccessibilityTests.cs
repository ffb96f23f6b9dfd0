using Microsoft.Playwright;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Browser;

namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>Every public page in every language, light and dark, wide and narrow, by the rules that a program can check.</summary>
[Trait("needs", "chromium")]
[Trait("needs", "node")]
[Trait("speed", "slow")]
public sealed class AccessibilityTests(Chromium chromium, PublicPages pages) : IClassFixture<Chromium>, IClassFixture<PublicPages>
{
    // Each change of the theme or of the width costs, so that they take turns. A theme changes colours and nothing else.
    private static readonly (ColorScheme Theme, int Width, Func<IPage, Task<string[]>> Violations)[] Looks =
    [
        (ColorScheme.Light, 1280, AxeCore.ViolationsAsync),
        (ColorScheme.Dark, 1280, AxeCore.ColourViolationsAsync),
        (ColorScheme.Dark, 320, AxeCore.ColourViolationsAsync),
        (ColorScheme.Light, 320, AxeCore.ViolationsAsync),
    ];

    public static TheoryData<string> Names => [.. PublicPages.Names];

    [NeedsAxeTheory, MemberData(nameof(Names))]
    public async Task Axe_finds_nothing_wrong_with_a_page(string name)
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, pages.Home);
        await AxeCore.AddToAsync(visit.Page.Context);
        var wrong = new List<string>();
        foreach (var language in Language.All)
        {
            await pages.OpenAsync(visit.Page, name, language.Tag);
            foreach (var (theme, width, violations) in Looks)
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                await visit.Page.SetViewportSizeAsync(width, 800);
                wrong.AddRange((await violations(visit.Page)).Select(one => $"{name} in {language}, {theme}, {width}: {one}"));
                if (await visit.OverflowAsync() is > 0 and var pixels)
                {
                    wrong.Add($"{name} in {language}, {width}: {pixels} pixels to scroll sideways");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(visit.Complaints);
    }
}
