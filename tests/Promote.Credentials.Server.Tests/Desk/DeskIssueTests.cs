using System.Net;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>An achievement awarded at the desk, where its policy lets one.</summary>
public sealed partial class DeskIssueTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private static readonly (string, string)[] Lena =
        [("givenName", "Lena"), ("familyName", "Learner"), ("email", "lena@prison.example"), ("language", "de"), ("awardedOn", "2026-03-20")];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_that_is_sent_twice_makes_one_award_that_anybody_can_check(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Direct");
        using var assessor = await Staff.JoinAsync(service, $"twice.{kind}@issues.example", "assessor");
        Assert.Contains($"/desk/awards/new?achievement={achievement}", await assessor.ReadAsync("/desk/awards/new"), StringComparison.Ordinal);
        var page = $"/desk/awards/new?achievement={achievement}";
        (string, string)[] form = [("key", Key().Match(await assessor.ReadAsync(page)).Groups["key"].Value), .. Lena];

        var answers = await Task.WhenAll(assessor.PostAsync(page, form), assessor.PostAsync(page, form));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString).Distinct());
        Assert.Equal(1, await AwardsAsync(service, achievement));
        var award = await assessor.ReadAsync(answers[0].Headers.Location!.OriginalString);
        Assert.Contains("The credential is issued.", award, StringComparison.Ordinal);
        Assert.Contains("\"valid\"", await VerdictAsync(service, PublicPage().Match(award).Value), StringComparison.Ordinal);

        // The same form with another learner is another award, once somebody means it.
        (string, string)[] other = [.. form.Where(field => field.Item1 != "email"), ("email", "other@prison.example")];
        using var reused = await assessor.PostAsync(page, other);
        var shown = await reused.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode)422, reused.StatusCode);
        Assert.Contains("This form was sent before with other data.", shown, StringComparison.Ordinal);
        using var meant = await assessor.PostAsync(page, [.. other.Where(field => field.Item1 != "key"), ("key", Key().Match(shown).Groups["key"].Value)]);
        Assert.Equal(HttpStatusCode.Redirect, meant.StatusCode);
        Assert.Equal(2, await AwardsAsync(service, achievement));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_asks_for_an_assessment_is_refused_in_the_language_of_the_page_and_leads_to_one(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed, """{"fourEyes": true}""");
        using var assessor = await Staff.JoinAsync(service, $"asks.{kind}@issues.example", "assessor");
        using var manager = await Staff.JoinAsync(service, $"manages.{kind}@issues.example", "programmeManager");
        var page = $"/desk/awards/new?achievement={assessed.AchievementId}&lang=de";

        foreach (var (person, leads) in ((Staff, bool)[])[(assessor, true), (manager, false)])
        {
            using var refused = await person.PostAsync(page, [.. Lena, ("result.points", "92")]);
            var shown = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Equal((HttpStatusCode)422, refused.StatusCode);
            Assert.Contains("Diese Leistung wird nur nach einer Bewertung verliehen.", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("awarded after", shown, StringComparison.Ordinal);
            Assert.Equal(leads, shown.Contains($"/desk/assessments/new?achievement={assessed.AchievementId}", StringComparison.Ordinal));
            Assert.Contains("Diese Leistung wird nur nach einer Bewertung verliehen.", WebUtility.HtmlDecode(await person.ReadAsync(page)), StringComparison.Ordinal);
        }

        Assert.Equal(0, await assessed.AwardsAsync());
        Assert.Contains($"value=\"{assessed.AchievementId}\" selected", await assessor.ReadAsync($"/desk/assessments/new?achievement={assessed.AchievementId}"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_awards_to_themselves_and_readers_award_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Direct");
        using var assessor = await Staff.JoinAsync(service, $"self.{kind}@issues.example", "assessor");
        using var reader = await Staff.JoinAsync(service, $"reads.{kind}@issues.example", "reader", "validator", "administrator");

        using var own = await assessor.PostAsync($"/desk/awards/new?achievement={achievement}", [.. Lena.Where(field => field.Item1 != "email"), ("email", $"Self.{kind}@issues.example")]);
        using var read = await reader.PostAsync($"/desk/awards/new?achievement={achievement}", Lena);

        Assert.Equal((HttpStatusCode)422, own.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Equal(0, await AwardsAsync(service, achievement));
    }

    private static Task<long> AwardsAsync(TestedService service, string achievement) => service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}'");

    private static async Task<string> VerdictAsync(TestedService service, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept", "application/json" } } };
        using var verified = await service.Client.SendAsync(request);
        return await verified.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("""name="key" value="(?<key>[A-Za-z0-9_-]{22})""", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex("/v/[A-Za-z0-9_-]{22}")]
    private static partial Regex PublicPage();
}
