using Microsoft.Playwright;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Tests;

namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>Every public page in every language, light and dark, wide and narrow, by the rules that a program can check.</summary>
[Trait("needs", "chromium")]
[Trait("needs", "node")]
[Trait("speed", "slow")]
public sealed class AccessibilityTests(Chromium chromium, PublicPages pages) : IClassFixture<Chromium>, IClassFixture<PublicPages>
{
    // Each change of the theme or of the width costs, so that they take turns.
    private static readonly (ColorScheme Theme, int Width)[] Looks =
        [(ColorScheme.Light, 1280), (ColorScheme.Dark, 320), (ColorScheme.Dark, 1280), (ColorScheme.Light, 320)];

    public static TheoryData<string> Names => [.. PublicPages.Names];

    [NeedsAxeTheory, MemberData(nameof(Names))]
    public async Task Axe_finds_nothing_wrong_with_a_page(string name)
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, pages.Home);
        await AxeCore.AddToAsync(visit.Page.Context);
        var wrong = new List<string>();
        foreach (var language in LanguagesOf(name))
        {
            await pages.OpenAsync(visit.Page, name, language.Tag);
            Assert.Equal(language.Tag, await visit.Page.GetAttributeAsync("html", "lang"));
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            foreach (var (theme, width) in LooksOf(name, language))
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                await visit.Page.SetViewportSizeAsync(width, 800);
                var violations = await AxeCore.ViolationsAsync(visit.Page);
                wrong.AddRange(violations.Select(one => $"{name} in {language}, {theme}, {width}: {one}"));
                if (await visit.OverflowAsync() is > 0 and var pixels)
                {
                    wrong.Add($"{name} in {language}, {width}: {pixels} pixels to scroll sideways");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        // Chromium writes the status of an answer that is an error on the console, and nothing else.
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("the server responded with a status of 4", StringComparison.Ordinal));
    }

    // Another language changes how long texts are and not how they are coloured: it takes turns, with a third of the pages and one look at each.
    private static IEnumerable<Language> LanguagesOf(string name) =>
        Language.All.Where(language => Extent.IsWhole || language == Language.English || Turn(name, language) % 3 == 0);

    private static (ColorScheme Theme, int Width)[] LooksOf(string name, Language language) =>
        Extent.IsWhole || language == Language.English ? Looks : [Looks[Turn(name, language) % Looks.Length]];

    private static int Turn(string name, Language language) => PublicPages.Names.ToList().IndexOf(name) + Language.All.ToList().IndexOf(language);
}
