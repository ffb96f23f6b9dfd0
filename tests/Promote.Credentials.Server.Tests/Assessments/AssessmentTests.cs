using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Assessments;

public sealed class AssessmentTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task From_a_draft_over_a_return_to_an_award_that_verifies(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);

        var id = await assessed.RecordedAsync();
        Assert.Equal("submitted", State(await Assessed.TakeAsync(assessed.Assessor, id, "submit")));
        var returned = await Assessed.TakeAsync(assessed.Validator, id, "return", "The second interview is not described");
        Assert.Equal(("returned", "The second interview is not described"), (State(returned), returned.GetProperty("reason").GetString()));
        var content = Assessed.Content();
        content["evidence"] = new JsonArray(new JsonObject { ["name"] = "Second interview", ["narrative"] = "Led alone." });
        using var recorded = await assessed.RecordAsync(id, content, "*");
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        Assert.Equal(0, await assessed.AwardsAsync());
        var confirmed = await Assessed.TakeAsync(assessed.Validator, id, "confirm");

        Assert.Equal("confirmed", State(confirmed));
        var award = await assessed.AwardAsync(confirmed);
        Assert.Equal(("valid", "passed"), await award.VerdictAsync());
        var document = await award.DocumentAsync();
        Assert.Equal("92", document.GetProperty("credentialSubject").GetProperty("result")[0].GetProperty("value").GetString());
        Assert.Equal("Second interview", document.GetProperty("evidence")[0].GetProperty("name").GetString());
        Assert.Equal(1, await assessed.AwardsAsync());
        Assert.Equal(
            ["assessment.opened", "assessment.recorded", "assessment.submitted", "assessment.returned", "assessment.recorded", "assessment.submitted", "assessment.confirmed"],
            (await service.Database.QueryAsync($"SELECT action FROM audit WHERE subject = '{id}' ORDER BY id")).Select(row => (string)row[0]));
        Assert.Equal(
            JsonSerializer.Serialize(confirmed),
            JsonSerializer.Serialize(await assessed.Validator.GetFromJsonAsync<JsonElement>($"/api/v1/assessments/{id}")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_wrote_an_assessment_does_not_decide_about_it(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.RecordedAsync();
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");

        foreach (var (step, reason) in ((string, string?)[])[("confirm", null), ("return", "x"), ("reject", "x")])
        {
            using var refused = await Assessed.StepAsync(assessed.Assessor, id, step, reason);
            Assert.Equal((HttpStatusCode.Forbidden, "PC-R028"), (refused.StatusCode, (await Problem.ReadAsync(refused)).Code));
        }

        Assert.Equal("submitted", State(await assessed.Assessor.GetFromJsonAsync<JsonElement>($"/api/v1/assessments/{id}")));
        Assert.Equal(0, await assessed.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_an_assessment_it_is_awarded_by_a_client_that_vouches_only(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed, """{"assessmentRequired": true}""");
        var request = Samples.Award(assessed.AchievementId);

        using var refused = await assessed.Assessor.PostAsync("/api/v1/awards", Samples.Json(request));
        var problem = await Problem.ReadAsync(refused);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PC-R027", "/achievement"), (refused.StatusCode, problem.Code, problem.Errors![0].Pointer));
        Assert.Equal(0, await assessed.AwardsAsync());

        // Nobody gives it to themselves: only the operator has it.
        using var taken = await assessed.Assessor.PostAsync("/api/v1/api-keys", Samples.Json("""{"name": "mine", "scopes": ["awards:vouch"]}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        await service.Database.ExecuteAsync($"UPDATE api_keys SET scopes = 'awards:vouch awards:write' WHERE issuer_id = '{seed.IssuerId}' AND name = 'validator'");
        using var vouched = await assessed.Validator.PostAsync("/api/v1/awards", Samples.Json(request));
        Assert.True(vouched.StatusCode == HttpStatusCode.Created, await vouched.Content.ReadAsStringAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_assessed_once_is_renewed_after_another_assessment_only(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed, """{"assessmentRequired": true}""");
        var confirmed = await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit");
        var award = await assessed.AwardAsync(confirmed);

        using var renewed = await assessed.Assessor.PostAsync($"/api/v1/awards/{award.Id}/renew", Samples.Json("""{"awardedOn": "2026-04-20"}"""));
        using var replaced = await assessed.Assessor.PostAsync($"/api/v1/awards/{award.Id}/replace", Samples.Json("""{"learner": {"givenName": "Ioana", "familyName": "Tepes", "email": "ioana@prison.example"}, "reason": "The name was misspelt"}"""));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PC-R027"), (renewed.StatusCode, (await Problem.ReadAsync(renewed)).Code));
        Assert.True(replaced.StatusCode == HttpStatusCode.Created, await replaced.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Prior_learning_is_recognised_when_a_portfolio_shows_each_outcome()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.RecordedAsync("priorLearning");

        using var refused = await Assessed.StepAsync(assessed.Assessor, id, "submit");
        Assert.Equal(["PC-R003 /portfolio"], (await Problem.ReadAsync(refused)).Errors!.Select(error => $"{error.Code} {error.Pointer}"));
        var content = Assessed.Content();
        content["portfolio"] = new JsonArray(new JsonObject
        {
            ["outcome"] = 0, ["title"] = "Three years on the wing", ["experience"] = "employment", ["from"] = "2020-01-01", ["to"] = "2023-01-01", ["checked"] = "Confirmed by the head of the wing",
        });
        using var recorded = await assessed.RecordAsync(id, content, "*");
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        var document = await (await assessed.AwardAsync(await Assessed.TakeAsync(assessed.Validator, id, "confirm"))).DocumentAsync();

        Assert.Equal("Three years on the wing", document.GetProperty("evidence")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"results": [{"resultDescription": "points", "value": "101"}]}""", "PC-R004", "/results/0/value")]
    [InlineData("""{"results": [{"resultDescription": "points", "value": "59"}]}""", "PC-R004", "/results/0/value")]
    [InlineData("""{"results": [{"resultDescription": "grade", "value": "9"}]}""", "PC-R004", "/results/0/resultDescription")]
    [InlineData("""{"awardedOn": "2999-01-01"}""", "PC-R006", "/awardedOn")]
    [InlineData("""{"formats": ["ob9"]}""", "PC-R004", "/formats/0")]
    [InlineData("""{"narrative": "a\u202eb"}""", "PC-R009", "/narrative")]
    [InlineData("""{"portfolio": [{"outcome": 0, "title": "x", "experience": "other", "checked": "y"}]}""", "PC-R004", "/portfolio")]
    [InlineData("""{"portfolio": [{"outcome": 7, "title": "x", "experience": "elsewhere", "checked": "y"}]}""", "PC-R004", "/portfolio/0/experience")]
    [InlineData("""{"grade": "A"}""", "PC-R002", "/grade")]
    public async Task A_draft_may_lack_something_but_nothing_in_it_is_wrong(string content, string code, string pointer)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.OpenAsync();

        using var refused = await assessed.RecordAsync(id, JsonNode.Parse(content)!.AsObject(), "\"1\"");

        Assert.Contains($"{code} {pointer}", (await Problem.ReadAsync(refused)).Errors!.Select(error => $"{error.Code} {error.Pointer}"));
        using var kept = await assessed.RecordAsync(id, new JsonObject(), "\"1\"");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task A_change_of_something_older_is_refused()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.RecordedAsync();

        using var stale = await assessed.RecordAsync(id, Assessed.Content(), "\"1\"");
        using var without = await assessed.RecordAsync(id, Assessed.Content(), tag: null);

        Assert.Equal((HttpStatusCode.PreconditionFailed, (HttpStatusCode)428), (stale.StatusCode, without.StatusCode));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rejection_that_is_appealed_is_decided_again(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.RecordedAsync();
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        Assert.Equal("rejected", State(await Assessed.TakeAsync(assessed.Validator, id, "reject", "Too little was shown")));
        using var again = await Assessed.StepAsync(assessed.Assessor, id, "submit");
        Assert.Equal((HttpStatusCode.Conflict, "PC-R011"), (again.StatusCode, (await Problem.ReadAsync(again)).Code));
        Assert.Equal("appealed", State(await Assessed.TakeAsync(assessed.Assessor, id, "appeal", "The video was not looked at")));

        var confirmed = await Assessed.TakeAsync(assessed.Validator, id, "confirm");

        Assert.Equal(("valid", "passed"), await (await assessed.AwardAsync(confirmed)).VerdictAsync());
        Assert.False(confirmed.TryGetProperty("reason", out _));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_who_confirm_at_once_award_once(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.RecordedAsync();
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Assessed.StepAsync(assessed.Validator, id, "confirm")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed]));
        Assert.Equal(1, await assessed.AwardsAsync());
        Array.ForEach(answers, answer => answer.Dispose());
    }

    private static string? State(JsonElement assessment) => assessment.GetProperty("state").GetString();
}
