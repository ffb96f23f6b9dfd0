using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Profiles;

/// <summary>A professional profile of an issuer, with one skill of its own, and achievements that teach its skills.</summary>
internal sealed record Profile(TestedService Service, Seed Seed, string Id)
{
    public const string SocialCounsellor = "http://data.europa.eu/esco/occupation/5727b567-993d-4d41-a13d-81a6af1a9a8e";

    /// <summary>An essential skill of a social counsellor.</summary>
    public const string Essential = "http://data.europa.eu/esco/skill/8d927aab-9202-4c02-9f39-5d478458f25c";

    /// <summary>A skill that ESCO does not name for them.</summary>
    public const string Another = "http://data.europa.eu/esco/skill/00ebb379-ce26-439a-ba89-9a7d1ef2f696";

    public static string Body(string title = "Works with mothers") => $$"""
        {
          "name": {"en": "Counsellor in custody", "ro": "Consilier în detenție"},
          "occupation": "{{SocialCounsellor}}",
          "additions": [{"esco": "{{Another}}", "essential": true}, {"id": "mothers", "title": {"en": {{JsonSerializer.Serialize(title)}} } }]
        }
        """;

    public static async Task<Profile> ByAsync(TestedService service, Seed seed, string title = "Works with mothers")
    {
        using var created = await service.Client.PostAsync("/api/v1/profiles", Samples.Json(Body(title)));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        return new(service, seed, (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }

    /// <summary>A published achievement with these outcomes: URIs of ESCO, or ids of skills that the profile added.</summary>
    public async Task<string> AchievementAsync(params string[] skills)
    {
        var content = JsonNode.Parse(Samples.Achievement)!.AsObject();
        content.Remove("policy");
        content["outcomes"] = new JsonArray([.. skills.Select(Outcome)]);
        using var created = await Service.Client.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await Service.Client.PostAsync($"/api/v1/achievements/{id}/publish", null);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        return id;
    }

    public async Task<Given> AwardAsync(string achievement, string person)
    {
        var body = AwardRequest.For(Seed, person);
        (body["achievement"], body["results"]) = (achievement, new JsonArray());
        using var answer = await AwardRequest.SendAsync(Service.Client, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Given.Of(Service, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public Task<JsonElement> MapAsync() => Service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/profiles/{Id}/skills-map");

    /// <summary>The people of the issuer and of the network for a skill; null where they are not counted.</summary>
    public async Task<(int? Issuer, int? Network)> PeopleAsync(string skill)
    {
        var line = (await MapAsync()).GetProperty("skills").EnumerateArray().Single(line => Named(line.GetProperty("skill")) == skill);
        return (PeopleIn(line.GetProperty("issuer")), PeopleIn(line.GetProperty("network")));
    }

    private JsonObject Outcome(string skill)
    {
        var outcome = new JsonObject { ["title"] = new JsonObject { ["en"] = "Does it" } };
        outcome[skill.StartsWith("http", StringComparison.Ordinal) ? "esco" : "profileSkill"] =
            skill.StartsWith("http", StringComparison.Ordinal) ? skill : new JsonObject { ["profile"] = Id, ["skill"] = skill };
        return outcome;
    }

    private static string Named(JsonElement skill) => (skill.TryGetProperty("esco", out var esco) ? esco : skill.GetProperty("id")).GetString()!;

    private static int? PeopleIn(JsonElement counted) => counted.TryGetProperty("people", out var people) ? people.GetInt32() : null;
}
