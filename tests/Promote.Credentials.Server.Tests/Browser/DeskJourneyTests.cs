using Microsoft.Playwright;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;

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

    private static async Task JoinAsync(Visit visit, ServiceProcess service, string email, string role)
    {
        await visit.OpenAsync(new Uri(service.Url, await Staff.InviteAsync(service, email, role)).AbsoluteUri);
        await visit.Page.FillAsync("input[name=name]", "Test Person");
        await visit.Page.FillAsync("input[name=password]", Staff.Password);
        await visit.Page.ClickAsync("button.primary");
        await visit.Page.Locator(".desk-nav").WaitForAsync();
    }
}
