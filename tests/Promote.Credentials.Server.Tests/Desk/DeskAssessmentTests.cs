using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>From an assessment to an award at the desk.</summary>
public sealed partial class DeskAssessmentTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private static readonly (string, string)[] Recorded = [("awardedOn", "2026-03-20"), ("result.points", "92"), ("narrative", "Kept calm in wing C.")];

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_assessor_proposes_and_a_validator_confirms_is_awarded(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@one.example", "assessor");
        using var validator = await Staff.JoinAsync(service, $"validator.{kind}@one.example", "validator");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);

        using var proposed = await assessor.StepAsync(assessment, "submit", Recorded);
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        Assert.Equal(0, await assessed.AwardsAsync());
        Assert.Contains(assessment, await validator.ReadAsync("/desk"), StringComparison.Ordinal);
        using var confirmed = await validator.StepAsync(assessment, "confirm");
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);

        Assert.Equal(1, await assessed.AwardsAsync());
        var publicPage = PublicPage().Match(await assessor.ReadAsync(assessment)).Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, publicPage) { Headers = { { "Accept", "application/json" } } };
        using var verified = await service.Client.SendAsync(request);
        Assert.Equal("valid", (await verified.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_returned_is_with_its_assessor_again_with_the_reason(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@two.example", "assessor");
        using var validator = await Staff.JoinAsync(service, $"validator.{kind}@two.example", "validator");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);
        using var proposed = await assessor.StepAsync(assessment, "submit", Recorded);

        using var withoutReason = await validator.StepAsync(assessment, "return");
        Assert.Equal((HttpStatusCode)422, withoutReason.StatusCode);
        using var returned = await validator.StepAsync(assessment, "return", ("reason", "The second simulation is missing."));
        Assert.Equal(HttpStatusCode.Redirect, returned.StatusCode);

        var page = await assessor.ReadAsync(assessment);
        Assert.Contains("The second simulation is missing.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"submit\"", page, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_rejected_is_looked_at_again_once_its_assessor_asks_with_a_reason(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@nine.example", "assessor");
        using var validator = await Staff.JoinAsync(service, $"validator.{kind}@nine.example", "validator");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);
        using var proposed = await assessor.StepAsync(assessment, "submit", Recorded);
        using var rejected = await validator.StepAsync(assessment, "reject", ("reason", "Not shown."));
        Assert.DoesNotContain("value=\"appeal\"", await validator.ReadAsync(assessment), StringComparison.Ordinal);

        using var appealed = await assessor.StepAsync(assessment, "appeal", ("reason", "It is on the second page."));
        Assert.Equal(HttpStatusCode.Redirect, appealed.StatusCode);
        using var confirmed = await validator.StepAsync(assessment, "confirm");

        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(1, await assessed.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_assessor_and_validator_decides_about_nothing_of_their_own(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var both = await Staff.JoinAsync(service, $"both.{kind}@three.example", "assessor", "validator");
        var assessment = await OpenAsync(both, assessed.AchievementId);
        using var proposed = await both.StepAsync(assessment, "submit", Recorded);

        Assert.DoesNotContain("value=\"confirm\"", await both.ReadAsync(assessment), StringComparison.Ordinal);
        using var confirmed = await both.PostAsync(assessment, ("revision", "3"), ("do", "confirm"));
        Assert.Equal((HttpStatusCode)422, confirmed.StatusCode);
        Assert.Equal(0, await assessed.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_assesses_themselves(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"self.{kind}@four.example", "assessor");

        using var opened = await assessor.PostAsync(
            "/desk/assessments/new", ("achievement", assessed.AchievementId), ("givenName", "Me"), ("familyName", "Myself"), ("email", $"SELF.{kind}@four.example"));

        Assert.Equal((HttpStatusCode)422, opened.StatusCode);
        Assert.Contains("Somebody else has to do this.", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_decides_about_themselves(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@five.example", "assessor");
        using var validator = await Staff.JoinAsync(service, $"learner.{kind}@five.example", "validator");
        var assessment = await OpenAsync(assessor, assessed.AchievementId, $"learner.{kind}@five.example");
        using var proposed = await assessor.StepAsync(assessment, "submit", Recorded);

        using var confirmed = await validator.StepAsync(assessment, "confirm");

        Assert.Equal((HttpStatusCode)422, confirmed.StatusCode);
        Assert.Equal(0, await assessed.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_refused_is_shown_again_as_it_was_typed(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@six.example", "assessor");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);

        using var refused = await assessor.StepAsync(assessment, "submit", ("awardedOn", "2026-03-20"), ("result.points", "4000"), ("narrative", "Typed with care."));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("value=\"4000\"", page, StringComparison.Ordinal);
        Assert.Contains("Typed with care.", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_that_is_older_than_the_assessment_changes_nothing(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@seven.example", "assessor");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);
        using var saved = await assessor.StepAsync(assessment, "save", Recorded);

        using var late = await assessor.PostAsync(assessment, [("revision", "1"), ("do", "save"), ("narrative", "From an old tab.")]);

        Assert.Equal((HttpStatusCode)422, late.StatusCode);
        Assert.Contains("Kept calm in wing C.", await assessor.ReadAsync(assessment), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Prior_learning_is_recognised_from_a_portfolio(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed, """{"assessmentRequired": true}""");
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@eight.example", "assessor");
        var assessment = await OpenAsync(assessor, assessed.AchievementId, kind: "priorLearning");
        var outcomes = PortfolioRow().Matches(await assessor.ReadAsync(assessment)).Select(row => row.Groups["outcome"].Value).ToList();
        Assert.NotEmpty(outcomes);
        var portfolio = outcomes.Index().SelectMany(row => ((string, string)[])
        [
            ($"portfolio.{row.Index}.outcome", row.Item), ($"portfolio.{row.Index}.title", "Led a wing for six years"),
            ($"portfolio.{row.Index}.experience", "Employment"), ($"portfolio.{row.Index}.checked", "Talked with the superior."),
        ]);

        using var incomplete = await assessor.StepAsync(assessment, "submit", ("awardedOn", "2026-03-20"));
        Assert.Equal((HttpStatusCode)422, incomplete.StatusCode);
        using var confirmed = await assessor.StepAsync(assessment, "submit", [("awardedOn", "2026-03-20"), .. portfolio]);

        Assert.True(confirmed.StatusCode == HttpStatusCode.Redirect, await confirmed.Content.ReadAsStringAsync());
        Assert.Equal(1, await assessed.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_level_of_a_rubric_is_chosen_and_shown_by_its_name(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed, """{"assessmentRequired": true}""");
        var rubric = await RubricAsync(service, assessed.AchievementId);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@ten.example", "assessor");
        var assessment = await OpenAsync(assessor, rubric);
        var page = await assessor.ReadAsync(assessment);
        Assert.Contains("""<option value="alone">Works alone</option>""", page, StringComparison.Ordinal);
        Assert.Contains("At least Works alone is needed to pass.", page, StringComparison.Ordinal);

        using var low = await assessor.StepAsync(assessment, "submit", ("awardedOn", "2026-03-20"), ("result.talk", "helped"));
        Assert.Equal((HttpStatusCode)422, low.StatusCode);
        using var confirmed = await assessor.StepAsync(assessment, "submit", ("awardedOn", "2026-03-20"), ("result.talk", "alone"));

        Assert.True(confirmed.StatusCode == HttpStatusCode.Redirect, await confirmed.Content.ReadAsStringAsync());
        Assert.Contains("Works alone", await assessor.ReadAsync(assessment), StringComparison.Ordinal);
    }

    // The same achievement, with a rubric in the place of its points.
    private static async Task<string> RubricAsync(ServiceProcess service, string achievementId)
    {
        var content = JsonNode.Parse((await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/achievements/{achievementId}")).GetProperty("content").GetRawText())!.AsObject();
        content["resultDescriptions"] = JsonNode.Parse("""
            [{"id": "talk", "name": {"en": "Talk", "ro": "Discuție"}, "resultType": "RubricCriterionLevel", "requiredValue": "alone",
              "levels": [{"id": "helped", "name": {"en": "Needs help", "ro": "Are nevoie de ajutor"}}, {"id": "alone", "name": {"en": "Works alone", "ro": "Lucrează singur"}}]}]
            """);
        using var created = await service.Client.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await service.Client.PostAsync($"/api/v1/achievements/{id}/publish", null);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        return id;
    }

    private static async Task<string> OpenAsync(Staff assessor, string achievementId, string email = "lena@prison.example", string kind = "course")
    {
        using var opened = await assessor.PostAsync(
            "/desk/assessments/new", ("achievement", achievementId), ("kind", kind), ("givenName", "Lena"), ("familyName", "Learner"), ("email", email));
        Assert.True(opened.StatusCode == HttpStatusCode.Redirect, await opened.Content.ReadAsStringAsync());
        return opened.Headers.Location!.OriginalString;
    }

    [GeneratedRegex("/v/[A-Za-z0-9_-]{22}")]
    private static partial Regex PublicPage();

    [GeneratedRegex("""name="portfolio\.\d+\.outcome" value="(?<outcome>\d+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex PortfolioRow();
}
