using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Assessments;

/// <summary>An issuer's achievement that asks for an assessment, an assessor and a validator, each with a key of their own.</summary>
internal sealed class Assessed : IDisposable
{
    private Assessed(TestedService service, HttpClient assessor, HttpClient validator, string achievementId) =>
        (Service, Assessor, Validator, AchievementId) = (service, assessor, validator, achievementId);

    public TestedService Service { get; }

    public HttpClient Assessor { get; }

    public HttpClient Validator { get; }

    public string AchievementId { get; }

    public static async Task<Assessed> ByAsync(TestedService service, Seed seed, string policy = """{"resultsRequired": true, "fourEyes": true}""", string? results = null)
    {
        var assessor = Client(service, seed.ApiKey);
        var content = JsonNode.Parse(Samples.Achievement)!.AsObject();
        content["policy"] = JsonNode.Parse(policy);
        content["resultDescriptions"] = results is null ? content["resultDescriptions"]!.DeepClone() : JsonNode.Parse(results);
        using var created = await assessor.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var achievement = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await assessor.PostAsync($"/api/v1/achievements/{achievement}/publish", null);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        using var key = await assessor.PostAsync("/api/v1/api-keys", Samples.Json("""{"name": "validator", "scopes": ["assessments:read", "assessments:decide"]}"""));
        var validator = Client(service, (await key.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
        return new Assessed(service, assessor, validator, achievement);
    }

    public static HttpClient Client(TestedService service, string key) =>
        new() { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    public JsonObject Learner { get; } = new() { ["givenName"] = "Ioana", ["familyName"] = "Țepeș", ["email"] = "ioana@prison.example" };

    /// <summary>Opens an assessment and records everything that the achievement asks for.</summary>
    public async Task<string> RecordedAsync(string kind = "course")
    {
        var id = await OpenAsync(kind);
        using var recorded = await RecordAsync(id, Content(), "\"1\"");
        Assert.True(recorded.StatusCode == HttpStatusCode.OK, await recorded.Content.ReadAsStringAsync());
        return id;
    }

    public async Task<string> OpenAsync(string kind = "course")
    {
        var body = new JsonObject { ["achievement"] = AchievementId, ["learner"] = Learner.DeepClone(), ["kind"] = kind };
        using var opened = await Assessor.PostAsync("/api/v1/assessments", Samples.Json(body.ToJsonString()));
        Assert.True(opened.StatusCode == HttpStatusCode.Created, await opened.Content.ReadAsStringAsync());
        return (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public static JsonObject Content() => new()
    {
        ["awardedOn"] = "2026-03-20",
        ["results"] = new JsonArray(new JsonObject { ["resultDescription"] = "points", ["value"] = "92" }),
        ["narrative"] = "Kept calm in wing C.",
    };

    public Task<HttpResponseMessage> RecordAsync(string id, JsonObject content, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/assessments/{id}") { Content = Samples.Json(content.ToJsonString()) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return Assessor.SendAsync(request);
    }

    /// <summary>A step that has to succeed; answers the assessment.</summary>
    public static async Task<JsonElement> TakeAsync(HttpClient client, string id, string step, string? reason = null)
    {
        using var answer = await StepAsync(client, id, step, reason);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{step}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Task<HttpResponseMessage> StepAsync(HttpClient client, string id, string step, string? reason = null) => client.PostAsync(
        $"/api/v1/assessments/{id}/{step}", reason is null ? null : Samples.Json(new JsonObject { ["reason"] = reason }.ToJsonString()));

    public async Task<Status.Given> AwardAsync(JsonElement assessment)
    {
        var award = await Assessor.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{assessment.GetProperty("award").GetString()}");
        return Status.Given.Of(Service, award);
    }

    public Task<long> AwardsAsync() => Service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{AchievementId}'");

    public void Dispose()
    {
        Assessor.Dispose();
        Validator.Dispose();
    }
}
