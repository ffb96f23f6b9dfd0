using Microsoft.Playwright;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>
/// From a curriculum to three credentials, at the desk alone and without a line of script: a pathway is composed, a course and prior learning
/// are assessed, one is returned and mended, both are confirmed, and the award of the pathway follows by itself.
/// </summary>
[Trait("needs", "chromium")]
[Trait("speed", "slow")]
public sealed class CurriculumAtTheDeskTests(Chromium chromium, StartedOnBoth services) : IClassFixture<Chromium>, IClassFixture<StartedOnBoth>
{
    private const int Phone = 390;

    // The whole, its two groups, and two achievements in each.
    private const int Met = 7;
    private const string Tick = "M5 12l5 5 9-10";
    private const string Email = "lena@curriculum.example";

    [NeedsChromiumTheory]
    [InlineData("en", "en-GB", 1280)]
    [InlineData("ro", "ro-RO", Phone)]
    public async Task A_learner_earns_two_credentials_and_a_third_follows_by_itself(string language, string locale, int width)
    {
        var (service, _) = await services.OnAsync(Database.Postgres);
        const string FourEyes = """{"fourEyes": true}""";
        var (calm, law, report, level) = (
            await Walked.AchievementAsync(service, "Calming by talking", FourEyes), await Walked.AchievementAsync(service, "Law and procedure", FourEyes),
            await Walked.AchievementAsync(service, "Reporting incidents"), await Walked.AchievementAsync(service, "Prison officer, first level"));
        await using var manager = await JoinAsync(service, "programmeManager", language, locale, width);
        await using var assessor = await JoinAsync(service, "assessor", language, locale, width);
        await using var validator = await JoinAsync(service, "validator", language, locale, width);

        await ComposeAsync(manager, [calm, law, report], level, language);
        var course = await AssessCourseAsync(assessor, calm, language);
        var prior = await AssessPriorLearningAsync(assessor, law, language);

        await validator.Page.GotoAsync(new Uri(service.Url, "/desk").AbsoluteUri);
        await TakeAsync(validator, $"curriculum-{language}-validator-home");
        await DecideAsync(validator, course, "return", "Ask for the second talk, too.");
        await assessor.Page.GotoAsync(new Uri(service.Url, "/desk").AbsoluteUri);
        await TakeAsync(assessor, $"curriculum-{language}-returned");
        await assessor.Page.ClickAsync($"a[href='{course}']");
        await OpenDetailsAsync(assessor);
        await assessor.Page.FillAsync("textarea[name=narrative]", "Two talks, both calm.");
        await ClickAsync(assessor, "button[value=submit]");

        var pages = new List<string> { await DecideAsync(validator, course, "confirm") };
        await validator.Page.GotoAsync(new Uri(service.Url, prior).AbsoluteUri);
        await TakeAsync(validator, $"curriculum-{language}-evidence");
        var download = await validator.Page.RunAndWaitForDownloadAsync(() => validator.Page.ClickAsync(".facts .file a"));
        Assert.Equal("report of the superior.pdf", download.SuggestedFilename);
        pages.Add(await DecideAsync(validator, prior, "confirm"));
        await TakeAsync(validator, $"curriculum-{language}-confirmed");

        await UntilAwardedAsync(service, level);
        await manager.Page.GotoAsync(new Uri(service.Url, "/desk/pathways").AbsoluteUri);
        await manager.Page.FillAsync("input[name=learner]", Email);
        await ClickAsync(manager, "main form button.primary");
        await TakeAsync(manager, $"curriculum-{language}-progress");
        Assert.Equal(Met, await manager.Page.Locator($".picture svg path[d='{Tick}']").CountAsync());
        await manager.Page.ClickAsync(".picture + p a[href^='/desk/awards/']");
        pages.Add((await manager.Page.GetAttributeAsync("main a[href^='/v/']", "href"))!);

        Assert.Equal(3, pages.Distinct().Count());
        foreach (var page in pages)
        {
            await manager.Page.GotoAsync(new Uri(service.Url, page).AbsoluteUri);
            await manager.Page.Locator(".verdict.tone-good").WaitForAsync();
        }

        // The one page that was refused.
        Assert.Contains("422", Assert.Single(manager.Complaints.Concat(assessor.Complaints).Concat(validator.Complaints)), StringComparison.Ordinal);
    }

    // Two of three, and four ECTS points together, by the buttons of the form.
    private static async Task ComposeAsync(Visit manager, string[] parts, string level, string language)
    {
        var page = manager.Page;
        await page.ClickAsync("a[href='/desk/pathways']");
        await page.ClickAsync("a[href='/desk/pathways/new']");
        await TakeAsync(manager, $"curriculum-{language}-pathway-new");
        await page.FillAsync("textarea[name='name.first']", "Prison officer, first level");
        await page.FillAsync("textarea[name='name.second']", "Agent penitenciar, nivelul întâi");
        await ClickAsync(manager, "button[value='remove root.0']");
        foreach (var (group, rule, needs) in ((int, string, string)[])[(0, "AtLeast", "2"), (1, "Credits", "4")])
        {
            await ClickAsync(manager, "button[value='group root']");
            await page.SelectOptionAsync($"select[name='root.{group}.rule']", rule);
            await page.FillAsync($"input[name='root.{group}.needs']", needs);
            foreach (var (index, part) in parts.Index())
            {
                await ClickAsync(manager, $"button[value='achievement root.{group}']");
                await page.SelectOptionAsync($"select[name='root.{group}.{index}.achievement']", part);
            }
        }

        await page.FillAsync("input[name='root.0.needs']", "4");
        await page.SelectOptionAsync("select[name=achievement]", level);
        await page.CheckAsync("input[name=automatic]");
        await ClickAsync(manager, "button[value=publish]");
        await TakeAsync(manager, $"curriculum-{language}-pathway-refused");
        Assert.Equal(1, await page.Locator("#root-0 > .wrong").CountAsync());
        await page.FillAsync("input[name='root.0.needs']", "2");
        await ClickAsync(manager, "button[value=publish]");
        await page.Locator("p.notice[role=status]").WaitForAsync();
        await TakeAsync(manager, $"curriculum-{language}-pathway");
    }

    private static async Task<string> AssessCourseAsync(Visit assessor, string achievement, string language)
    {
        await TakeAsync(assessor, $"curriculum-{language}-assessor-home");
        await BeginAsync(assessor, achievement, "course");
        await OpenDetailsAsync(assessor);
        await assessor.Page.FillAsync("textarea[name=narrative]", "One talk.");
        return await ProposeAsync(assessor);
    }

    private static async Task<string> AssessPriorLearningAsync(Visit assessor, string achievement, string language)
    {
        await assessor.Page.ClickAsync("a[href='/desk']");
        await BeginAsync(assessor, achievement, "priorLearning");
        var row = 0;
        for (; await assessor.Page.Locator($"input[name='portfolio.{row}.title']").CountAsync() > 0; row++)
        {
            await assessor.Page.FillAsync($"input[name='portfolio.{row}.title']", "Led a wing for six years");
            await assessor.Page.FillAsync($"textarea[name='portfolio.{row}.checked']", "Talked with the superior.");
        }

        Assert.NotEqual(0, row);
        await assessor.Page.SetInputFilesAsync("input[name='portfolio.0.file']", new FilePayload { Name = "report of the superior.pdf", MimeType = "application/pdf", Buffer = AssessmentFileTests.Pdf(345_000) });
        await ClickAsync(assessor, "p.actions button[value=save]");
        await OpenDetailsAsync(assessor);
        await TakeAsync(assessor, $"curriculum-{language}-portfolio");
        return await ProposeAsync(assessor);
    }

    private static async Task BeginAsync(Visit assessor, string achievement, string kind)
    {
        await assessor.Page.ClickAsync("main a[href='/desk/assessments/new']");
        await assessor.Page.SelectOptionAsync("select[name=achievement]", achievement);
        await assessor.Page.CheckAsync($"input[value={kind}]");
        await assessor.Page.FillAsync("input[name=givenName]", "Lena");
        await assessor.Page.FillAsync("input[name=familyName]", "Learner");
        await assessor.Page.FillAsync("input[name=email]", Email);
        await ClickAsync(assessor, "main form button.primary");
    }

    private static async Task<string> ProposeAsync(Visit assessor)
    {
        await ClickAsync(assessor, "button[value=submit]");
        await assessor.Page.Locator("p.notice[role=status]").WaitForAsync();
        return new Uri(assessor.Page.Url).AbsolutePath;
    }

    private static async Task<string> DecideAsync(Visit validator, string assessment, string decision, string reason = "")
    {
        await validator.Page.GotoAsync(new Uri(new Uri(validator.Page.Url), assessment).AbsoluteUri);
        await validator.Page.FillAsync("textarea[name=reason]", reason);
        await ClickAsync(validator, $"button[value={decision}]");
        await validator.Page.Locator("p.notice[role=status]").WaitForAsync();
        return await validator.Page.Locator("main a[href^='/v/']").CountAsync() == 0 ? "" : (await validator.Page.GetAttributeAsync("main a[href^='/v/']", "href"))!;
    }

    private static async Task UntilAwardedAsync(TestedService service, string level)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await service.Database.CountAsync($"SELECT count(*) FROM awards a JOIN pathway_completions c ON c.award_id = a.id WHERE a.achievement_id = '{level}'") == 1)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException($"No award followed. {service.Output}");
    }

    private async Task<Visit> JoinAsync(TestedService service, string role, string language, string locale, int width)
    {
        var visit = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false, width: width, locale: locale);
        await visit.OpenAsync(new Uri(service.Url, await Staff.InviteAsync(service, $"{role}.{language}@curriculum.example", role)).AbsoluteUri);
        await visit.Page.FillAsync("input[name=name]", "Test Person");
        await visit.Page.FillAsync("input[name=password]", Staff.Password);
        await visit.Page.ClickAsync("button.primary");
        await visit.Page.Locator(".desk-nav").WaitForAsync();
        return visit;
    }

    // Clicks and waits for the page that follows.
    private static async Task ClickAsync(Visit visit, string selector)
    {
        await visit.Page.EvaluateAsync("document.documentElement.dataset.left = 'true'");
        await visit.Page.ClickAsync(selector);
        await visit.Page.Locator("html:not([data-left]) footer").WaitForAsync();
    }

    private static async Task OpenDetailsAsync(Visit visit) => await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => { one.open = true; })");

    private static async Task TakeAsync(Visit visit, string name)
    {
        await visit.TakePictureAsync(name);
        Assert.Equal(0, await visit.OverflowAsync());
    }
}
