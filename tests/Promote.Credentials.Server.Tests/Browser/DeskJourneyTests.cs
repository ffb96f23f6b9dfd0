using Microsoft.Playwright;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>From an invitation to an award at the desk, in a browser without scripts: as an assessor, then as a validator.</summary>
[Trait("needs", "chromium")]
[Trait("speed", "slow")]
public sealed class DeskJourneyTests(Chromium chromium, StartedOnBoth services) : IClassFixture<Chromium>, IClassFixture<StartedOnBoth>
{
    [NeedsChromiumTheory]
    [InlineData("en", "en-GB")]
    [InlineData("ro", "ro-RO")]
    public async Task An_assessor_proposes_and_a_validator_confirms_without_a_line_of_script(string language, string locale)
    {
        var (service, seed) = await services.OnAsync(Database.Postgres);
        using var assessed = await Assessed.ByAsync(service, seed);
        await using var assessor = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false, width: 390, locale: locale);
        await JoinAsync(assessor, service, $"assessor.{language}@journey.example", "assessor");
        await assessor.TakePictureAsync($"desk-{language}-1-assessor");

        await assessor.Page.ClickAsync("a.button.primary");
        await assessor.Page.SelectOptionAsync("select[name=achievement]", assessed.AchievementId);
        await assessor.Page.FillAsync("input[name=givenName]", "Lena");
        await assessor.Page.FillAsync("input[name=familyName]", "Learner");
        await assessor.Page.FillAsync("input[name=email]", "lena@prison.example");
        await assessor.TakePictureAsync($"desk-{language}-2-new");
        await assessor.Page.ClickAsync("main button.primary");
        await assessor.Page.FillAsync("input[name='result.points']", "92");
        await assessor.TakePictureAsync($"desk-{language}-3-record");
        await assessor.Page.ClickAsync("button[value=submit]");
        await assessor.Page.Locator("p.notice[role=status]").WaitForAsync();
        var assessment = new Uri(assessor.Page.Url).AbsolutePath;

        await using var validator = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false, locale: locale);
        await JoinAsync(validator, service, $"validator.{language}@journey.example", "validator");
        await validator.TakePictureAsync($"desk-{language}-4-validator");
        await validator.Page.ClickAsync($"a[href='{assessment}']");
        await validator.TakePictureAsync($"desk-{language}-5-decide");
        await validator.Page.ClickAsync("button[value=confirm]");
        await validator.TakePictureAsync($"desk-{language}-6-confirmed");
        await validator.Page.ClickAsync("main a[href^='/v/']");

        await validator.Page.Locator(".verdict.tone-good").WaitForAsync();
        Assert.Equal(1, await assessed.AwardsAsync());
        Assert.Empty(assessor.Complaints);
        Assert.Empty(validator.Complaints);
    }

    [NeedsChromiumTheory]
    [InlineData("en", "en-GB")]
    [InlineData("de", "de-DE")]
    public async Task What_needs_no_assessment_is_issued_with_three_clicks_and_three_fields(string language, string locale)
    {
        var (service, _) = await services.OnAsync(Database.Postgres);
        var achievement = await Walked.AchievementAsync(service, "Reporting incidents");
        await using var assessor = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false, width: 390, locale: locale);
        await JoinAsync(assessor, service, $"direct.{language}@journey.example", "assessor");

        await assessor.Page.ClickAsync("a[href='/desk/awards/new']");
        await assessor.TakePictureAsync($"desk-{language}-award-1-which");
        await assessor.Page.ClickAsync($"a[href$='{achievement}']");
        await assessor.Page.FillAsync("input[name=givenName]", "Lena");
        await assessor.Page.FillAsync("input[name=familyName]", "Learner");
        await assessor.Page.FillAsync("input[name=email]", "lena@prison.example");
        await assessor.TakePictureAsync($"desk-{language}-award-2-whom");
        await assessor.Page.ClickAsync("main form > button.primary");
        await assessor.Page.Locator("p.notice[role=status]").WaitForAsync();
        await assessor.TakePictureAsync($"desk-{language}-award-3-issued");
        await assessor.Page.ClickAsync("main a[href^='/v/']");

        await assessor.Page.Locator(".verdict.tone-good").WaitForAsync();
        Assert.Empty(assessor.Complaints);
    }

    [NeedsChromiumTheory]
    [InlineData("en", "en-GB")]
    [InlineData("tr", "tr-TR")]
    public async Task An_administrator_gives_somebody_another_role(string language, string locale)
    {
        var (service, _) = await services.OnAsync(Database.Postgres);
        using var person = await Staff.JoinAsync(service, $"person.{language}@journey.example", "reader");
        await using var administrator = await Visit.StartAsync(chromium.Browser, service.Url, scripts: false, width: 390, locale: locale);
        await JoinAsync(administrator, service, $"administrator.{language}@journey.example", "administrator");
        await administrator.Page.ClickAsync(".desk-nav a[href='/desk/people']");

        await administrator.Page.ClickAsync(".worklist summary");
        await administrator.Page.CheckAsync(".worklist input[value=assessor]");
        await administrator.TakePictureAsync($"desk-{language}-people");
        Assert.Equal(0, await administrator.OverflowAsync());
        await administrator.Page.ClickAsync(".worklist button");
        await administrator.Page.Locator("p.notice[role=status]").WaitForAsync();

        Assert.Equal(System.Net.HttpStatusCode.OK, (await person.GetAsync("/desk/assessments/new")).StatusCode);
        Assert.Empty(administrator.Complaints);
    }

    private static async Task JoinAsync(Visit visit, TestedService service, string email, string role)
    {
        await visit.OpenAsync(new Uri(service.Url, await Staff.InviteAsync(service, email, role)).AbsoluteUri);
        await visit.Page.FillAsync("input[name=name]", "Test Person");
        await visit.Page.FillAsync("input[name=password]", Staff.Password);
        await visit.Page.ClickAsync("button.primary");
        await visit.Page.Locator(".desk-nav").WaitForAsync();
    }
}
