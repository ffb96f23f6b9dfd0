using Microsoft.Playwright;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Batches;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Profiles;
using Promote.Credentials.Server.Tests.People;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Tests;

namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>Every page of the desk, by the rules that a program can check.</summary>
[Trait("needs", "chromium")]
[Trait("needs", "node")]
[Trait("speed", "slow")]
public sealed class DeskAccessibilityTests(Chromium chromium, StartedOnBoth services) : IClassFixture<Chromium>, IClassFixture<StartedOnBoth>
{
    // Each language has its turn with a look; English has both.
    private static readonly (string Language, ColorScheme Theme, int Width)[] Looks =
    [
        ("en", ColorScheme.Light, 1280), ("en", ColorScheme.Dark, 320),
        .. Language.All.Where(language => language != Language.English).Index().Select(one => (one.Item.Tag, one.Index % 2 == 0 ? ColorScheme.Dark : ColorScheme.Light, one.Index % 3 == 0 ? 1280 : 320)),
    ];

    public static TheoryData<string> Pages => ["/desk/sign-in", "/desk/second-factor", "/desk/passkeys", "passkeys", "/desk/confirm", "/desk", "/desk/assessments/new", "course", "priorLearning", "submitted", "/desk/awards", "/desk/awards/new", "awarding", "award", "/desk/batches", "batch", "/desk/achievements", "achievement", "/desk/achievements/new", "/desk/pathways", "/desk/pathways/new", "pathway", "/desk/skills", "skills", "/desk/people", "invitation"];

    [NeedsAxeTheory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_wrong_with_a_page_of_the_desk(string name)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        await using var visit = await Visit.StartAsync(chromium.Browser, service.Url);
        await AxeCore.AddToAsync(visit.Page.Context);
        var path = await PathOfAsync(service, seed, name);
        if (name is not ("/desk/sign-in" or "invitation"))
        {
            await JoinAsync(visit.Page, service, $"{Guid.CreateVersion7():N}@axe.example", "administrator", "programmeManager", "assessor", "validator");
        }

        if (name == "passkeys")
        {
            await AddPasskeyAsync(visit.Page, service);
        }

        var wrong = new List<string>();
        foreach (var (language, theme, width) in Extent.IsWhole ? Looks : [.. Looks[..2], Looks[2 + (Math.Abs(string.GetHashCode(name, StringComparison.Ordinal)) % (Looks.Length - 2))]])
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            await visit.Page.SetViewportSizeAsync(width, 800);
            Assert.Equal(200, await visit.OpenAsync($"{service.Url}{path.TrimStart('/')}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}"));
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            wrong.AddRange((await AxeCore.ViolationsAsync(visit.Page)).Select(one => $"{name} in {language}, {theme}, {width}: {one}"));
            if (await visit.OverflowAsync() is > 0 and var pixels)
            {
                wrong.Add($"{name} in {language}, {width}: {pixels} pixels to scroll sideways");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(visit.Complaints);
    }

    private static async Task<string> PathOfAsync(TestedService service, Seed seed, string name)
    {
        if (name.StartsWith('/'))
        {
            return name;
        }

        if (name == "passkeys")
        {
            return "/desk/passkeys";
        }

        using var assessed = await Assessed.ByAsync(service, seed);
        return name switch
        {
            "course" or "priorLearning" => $"/desk/assessments/{await assessed.OpenAsync(name)}",
            "submitted" => $"/desk/assessments/{(await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit")).GetProperty("id").GetString()}",
            "pathway" => $"/desk/pathways/{(await Walked.ByAsync(service, seed, await Walked.AchievementAsync(service, "Second"))).Id}",
            "skills" => $"/desk/skills?profile={(await Profile.ByAsync(service, seed)).Id}",
            "batch" => $"/desk/batches/{await CheckedBatchAsync(service)}",
            "awarding" => $"/desk/awards/new?achievement={seed.AchievementId}",
            "award" => $"/desk/awards/{(await Given.AwardAsync(service, seed)).Id}",
            "achievement" => $"/desk/achievements/{seed.AchievementId}",
            _ => await Staff.InviteAsync(service, "invited@axe.example", "assessor", "validator"),
        };
    }

    // With a line to be mended, and one to be issued.
    private static async Task<string> CheckedBatchAsync(TestedService service)
    {
        var batch = await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Cohort"), "givenName,familyName,email,awardedOn\nAna,One,ana@axe.example,2026-03-20\n,Two,nobody,20.03.2026\n", "");
        await batch.UntilAsync("awaitingConfirmation");
        return batch.Id;
    }

    // Under an address in numbers a browser makes none, so a device of the tests does it in the session of the page.
    private static async Task AddPasskeyAsync(IPage page, TestedService service)
    {
        using var person = Staff.Stranger(service);
        person.SetCookie("promote", (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "promote").Value);
        using var device = new PasskeyDevice(service.Url);
        using var added = await person.AddPasskeyAsync(device);
        Assert.Equal("/desk/passkeys", added.Headers.Location?.OriginalString);
    }

    private static async Task JoinAsync(IPage page, TestedService service, string email, params string[] roles)
    {
        await page.GotoAsync(new Uri(service.Url, await Staff.InviteAsync(service, email, roles)).AbsoluteUri);
        await page.FillAsync("input[name=name]", "Test Person");
        await page.FillAsync("input[name=password]", Staff.Password);
        await page.ClickAsync("button.primary");
        await page.Locator(".desk-nav").WaitForAsync();
    }
}
