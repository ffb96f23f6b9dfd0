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
    // Opposite ones side by side.
    private static readonly (ColorScheme Theme, int Width)[] Looks =
        [(ColorScheme.Light, 1280), (ColorScheme.Dark, 320), (ColorScheme.Dark, 1280), (ColorScheme.Light, 320)];

    private static readonly IReadOnlyList<Language> Others = [.. Language.All.Where(language => language != Language.English)];

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

    [Fact]
    public void Every_language_and_every_look_has_its_turn()
    {
        var visits = PublicPages.Names.SelectMany(name => LanguagesOf(name).SelectMany(language => LooksOf(name, language).Select(look => (language, look)))).ToList();

        Assert.Equal(Language.All.ToHashSet(), visits.Select(visit => visit.language).ToHashSet());
        Assert.Equal(Looks.ToHashSet(), visits.Where(visit => visit.language == Language.English).Select(visit => visit.look).ToHashSet());
        Assert.Equal(Looks.ToHashSet(), visits.Where(visit => visit.language != Language.English).Select(visit => visit.look).ToHashSet());
    }

    // Another language changes how long texts are and not how they are coloured: one of them has its turn with each page, and one look with it.
    private static IEnumerable<Language> LanguagesOf(string name) =>
        Extent.IsWhole ? Language.All : [Language.English, Others[Turn(name) % Others.Count]];

    // A page that is right when it is light and wide and when it is dark and narrow is seldom wrong in between.
    private static (ColorScheme Theme, int Width)[] LooksOf(string name, Language language) =>
        Extent.IsWhole ? Looks
        : language != Language.English ? [Looks[Turn(name) % Looks.Length]]
        : Turn(name) % 2 == 0 ? Looks[..2] : Looks[2..];

    private static int Turn(string name) => PublicPages.Names.ToList().IndexOf(name);
}
