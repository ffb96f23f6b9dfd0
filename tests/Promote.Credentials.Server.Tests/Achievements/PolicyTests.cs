using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Achievements;

/// <summary>What an achievement asks for before it is awarded: what has to be held before, and who may assess it.</summary>
public sealed class PolicyTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_prerequisite_has_to_be_held_before(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var first = await Walked.AchievementAsync(service, "First");
        var second = await Walked.AchievementAsync(service, "Second", $$"""{"prerequisites": ["{{first}}"]}""");

        using var early = await AwardAsync(service, seed, second);
        var problem = await Problem.ReadAsync(early);
        Assert.Equal(((HttpStatusCode)422, "PC-R029", "The learner holds no valid award of a prerequisite: First."), (early.StatusCode, problem.Code, problem.Detail));

        using var before = await AwardAsync(service, seed, first);
        using var after = await AwardAsync(service, seed, second);
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created], new[] { before.StatusCode, after.StatusCode });

        _ = await Given.Of(service, await before.Content.ReadFromJsonAsync<JsonElement>()).ChangeAsync("revoke", "Awarded by mistake");
        using var late = await AwardAsync(service, seed, second);
        Assert.Equal("PC-R029", (await Problem.ReadAsync(late)).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_assessment_is_submitted_or_confirmed_while_a_prerequisite_is_missing(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var first = await Walked.AchievementAsync(service, "First");
        using var assessed = await Assessed.ByAsync(service, seed, $$"""{"fourEyes": true, "prerequisites": ["{{first}}"]}""");
        var id = await assessed.RecordedAsync();
        Assert.Equal("PC-R029", await RefusedAsync(await Assessed.StepAsync(assessed.Assessor, id, "submit")));

        var body = AwardRequest.For(seed, "ioana");
        (body["achievement"], body["results"], body["learner"]) = (first, new JsonArray(), assessed.Learner.DeepClone());
        using var awarded = await AwardRequest.SendAsync(service.Client, body);
        var held = Given.Of(service, await awarded.Content.ReadFromJsonAsync<JsonElement>());
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        _ = await held.ChangeAsync("suspend", "Looked into");
        Assert.Equal("PC-R029", await RefusedAsync(await Assessed.StepAsync(assessed.Validator, id, "confirm")));
        _ = await held.ChangeAsync("reinstate", "It was right");

        Assert.Equal("confirmed", (await Assessed.TakeAsync(assessed.Validator, id, "confirm")).GetProperty("state").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Prerequisites_are_published_in_the_network_and_do_not_lead_back(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var draft = await Walked.AchievementAsync(service, "Draft", publish: false);
        var first = await Walked.AchievementAsync(service, "First");
        var second = await Walked.AchievementAsync(service, "Second", $$"""{"prerequisites": ["{{first}}"]}""");

        Assert.Equal("/policy/prerequisites/0", await PointerAsync(service, draft));
        Assert.Equal("/policy/prerequisites/0", await PointerAsync(service, "nobody's"));
        service.ActFor(services.Another(kind));
        Assert.Equal("/policy/prerequisites/0", await PointerAsync(service, first));

        service.ActFor(services.Another(kind));
        var own = await Walked.AchievementAsync(service, "One");
        var next = await Walked.AchievementAsync(service, "Two", $$"""{"prerequisites": ["{{own}}"]}""");
        using var circle = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/achievements/{own}") { Content = Content(next), Headers = { { "If-Match", "*" } } };
        using var refused = await service.Client.SendAsync(circle);
        Assert.Equal("The achievement would have to be held before itself.", (await Problem.ReadAsync(refused)).Detail);
        Assert.NotEqual(second, next);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_those_whom_an_achievement_names_assess_it(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var key = await service.Client.PostAsync("/api/v1/api-keys", Samples.Json("""{"name": "named", "scopes": ["assessments:read", "assessments:write"]}"""));
        var made = await key.Content.ReadFromJsonAsync<JsonElement>();
        var id = made.GetProperty("apiKey").GetProperty("id").GetString();
        using var assessed = await Assessed.ByAsync(service, seed, $$"""{"assessmentRequired": true, "assessors": ["{{id}}"]}""");
        var body = new JsonObject { ["achievement"] = assessed.AchievementId, ["learner"] = assessed.Learner.DeepClone() }.ToJsonString();

        using var other = await assessed.Assessor.PostAsync("/api/v1/assessments", Samples.Json(body));
        Assert.Equal((HttpStatusCode.Forbidden, "PC-R015"), (other.StatusCode, (await Problem.ReadAsync(other)).Code));

        using var named = Assessed.Client(service, made.GetProperty("key").GetString()!);
        using var opened = await named.PostAsync("/api/v1/assessments", Samples.Json(body));
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var assessment = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var recorded = await assessed.RecordAsync(assessment, Assessed.Content(), "\"1\"");
        using var submitted = await Assessed.StepAsync(assessed.Assessor, assessment, "submit");
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], new[] { recorded.StatusCode, submitted.StatusCode });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Assessors_are_people_or_keys_of_the_issuer(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var content = JsonNode.Parse(Samples.Achievement)!;
        content["policy"] = JsonNode.Parse("""{"assessors": ["AAAAAAAAAAAAAAAAAAAAAA"]}""");
        using var refused = await service.Client.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        Assert.Equal("/policy/assessors/0", (await Problem.ReadAsync(refused)).Errors!.Single().Pointer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rubric_is_in_every_form_of_an_award_by_the_names_of_its_levels(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var content = JsonNode.Parse(Samples.Achievement)!;
        content["resultDescriptions"] = JsonNode.Parse("""
            [{"id": "calm", "name": {"en": "Stays calm", "ro": "Rămâne calm"}, "resultType": "RubricCriterionLevel", "outcome": 0, "requiredValue": "alone", "levels": [
              {"id": "guided", "name": {"en": "With help", "ro": "Cu ajutor"}}, {"id": "alone", "name": {"en": "Alone", "ro": "Singur"}, "description": {"en": "Nobody steps in.", "ro": "Nimeni nu intervine."}, "points": "2"}]}]
            """);
        using var created = await service.Client.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var achievement = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await service.Client.PostAsync($"/api/v1/achievements/{achievement}/publish", null);

        Assert.Equal("/results/0/value", await ResultAsync("guided"));
        Assert.Equal("/results/0/value", await ResultAsync("Alone"));
        var body = AwardRequest.For(seed, "ioana");
        (body["achievement"], body["formats"]) = (achievement, new JsonArray("ob3", "europass"));
        body["results"] = JsonNode.Parse("""[{"resultDescription": "calm", "value": "alone"}]""");
        using var awarded = await AwardRequest.SendAsync(service.Client, body);
        Assert.True(awarded.StatusCode == HttpStatusCode.Created, await awarded.Content.ReadAsStringAsync());
        var award = Given.Of(service, await awarded.Content.ReadFromJsonAsync<JsonElement>());

        Assert.Equal(("valid", "passed"), await award.VerdictAsync());
        var subject = (await award.DocumentAsync()).GetProperty("credentialSubject");
        var (result, description) = (subject.GetProperty("result")[0], subject.GetProperty("achievement").GetProperty("resultDescription")[0]);
        Assert.Equal("Alone", result.GetProperty("value").GetString());
        Assert.Equal(description.GetProperty("rubricCriterionLevel")[1].GetProperty("id").GetString(), result.GetProperty("achievedLevel").GetString());
        Assert.Equal(description.GetProperty("requiredLevel").GetString(), result.GetProperty("achievedLevel").GetString());
        Assert.Equal("http://data.europa.eu/esco/skill/96de2e86-e287-41f2-88ab-15a2343afc6f", description.GetProperty("alignment")[0].GetProperty("targetUrl").GetString());
        Assert.Contains("Stays calm", await service.Client.GetStringAsync($"/v/{award.PublicId}"));

        async Task<string> ResultAsync(string value)
        {
            var refused = AwardRequest.For(seed, "ioana");
            (refused["achievement"], refused["results"]) = (achievement, new JsonArray(new JsonObject { ["resultDescription"] = "calm", ["value"] = value }));
            using var answer = await AwardRequest.SendAsync(service.Client, refused);
            return (await Problem.ReadAsync(answer)).Errors!.Single().Pointer;
        }
    }

    private static async Task<HttpResponseMessage> AwardAsync(TestedService service, Seed seed, string achievement)
    {
        var body = AwardRequest.For(seed, "ioana");
        (body["achievement"], body["results"]) = (achievement, new JsonArray());
        return await AwardRequest.SendAsync(service.Client, body);
    }

    private static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return (await Problem.ReadAsync(answer)).Code!;
        }
    }

    private static StringContent Content(string prerequisite)
    {
        var content = JsonNode.Parse(Samples.Achievement)!;
        content["policy"] = new JsonObject { ["prerequisites"] = new JsonArray(prerequisite) };
        return Samples.Json(content.ToJsonString());
    }

    private static async Task<string> PointerAsync(TestedService service, string prerequisite)
    {
        using var refused = await service.Client.PostAsync("/api/v1/achievements", Content(prerequisite));
        return (await Problem.ReadAsync(refused)).Errors!.Single().Pointer;
    }
}
