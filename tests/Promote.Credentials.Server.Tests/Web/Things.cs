using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>One of everything that an issuer has, made over the API.</summary>
internal sealed record Things(string IssuerId, string AchievementId, string AwardId, string PublicId, string HolderId, string ApiKeyId, string IssuerKeyId, string WebhookId, string AssessmentId, string PersonId, string LearnerId)
{
    /// <summary>Of an accreditation, which few tests need: it is signed.</summary>
    public string AccreditationId { get; private init; } = "";

    /// <summary>Of a pathway, a draft that was changed once.</summary>
    public string PathwayId { get; private init; } = "";

    /// <summary>Of a batch of one line, which waits to be confirmed.</summary>
    public string BatchId { get; private init; } = "";

    /// <summary>Of a professional profile that was changed once.</summary>
    public string ProfileId { get; private init; } = "";

    /// <summary>The same with an accreditation of the operator's issuer, a pathway through the achievement, and a professional profile.</summary>
    public async Task<Things> WithNetworkAsync(HttpClient client)
    {
        var accreditation = await CreateAsync(client, "/api/v1/accreditations", """{"member":"operator"}""");
        var body = $$$"""{"name": {"en": "Prison officer, first level"}, "root": {"id": "all", "rule": "allOf", "steps": [{"id": "calm", "achievement": "{{{AchievementId}}}"}]}}""";
        var pathway = (await CreateAsync(client, "/api/v1/pathways", body)).GetProperty("id").GetString()!;
        await ChangeAsync(client, $"/api/v1/pathways/{pathway}", body);
        const string OfOfficer = """{"name": {"en": "Prison officer"}, "occupation": "http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312"}""";
        var profile = (await CreateAsync(client, "/api/v1/profiles", OfOfficer)).GetProperty("id").GetString()!;
        await ChangeAsync(client, $"/api/v1/profiles/{profile}", OfOfficer);
        return this with { AccreditationId = accreditation.GetProperty("id").GetString()!, PathwayId = pathway, ProfileId = profile, BatchId = await BatchAsync(client, AchievementId, "batch") };
    }

    /// <summary>The id of a new batch of one line, once it is checked.</summary>
    public static async Task<string> BatchAsync(HttpClient client, string achievementId, string person)
    {
        var file = new StringContent($"givenName,familyName,email,awardedOn,result.points\nAna,Exemplu,{person}@example.org,2026-03-20,92\n", Encoding.UTF8, "text/csv");
        using var sent = await client.PostAsync($"/api/v1/batches?achievement={achievementId}", file);
        Assert.True(sent.StatusCode == HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var batch = await client.GetFromJsonAsync<JsonElement>(sent.Headers.Location);
            if (batch.GetProperty("state").GetString() == "awaitingConfirmation")
            {
                return batch.GetProperty("id").GetString()!;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException("The batch was not checked.");
    }

    private static async Task ChangeAsync(HttpClient client, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = Samples.Json(body), Headers = { { "If-Match", "\"1\"" } } };
        using var changed = await client.SendAsync(request);
        Assert.True(changed.StatusCode == HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
    }

    public static Task<Things> MakeAsync(HttpClient client) => MakeAsync(client, JsonNode.Parse(Samples.Achievement)!);

    public static async Task<Things> MakeAsync(HttpClient client, JsonNode achievementBody)
    {
        var issuers = await client.GetFromJsonAsync<JsonElement>("/api/v1/issuers");
        var achievement = await CreateAsync(client, "/api/v1/achievements", achievementBody.ToJsonString());
        using var published = await client.PostAsync($"/api/v1/achievements/{achievement.GetProperty("id").GetString()}/publish", null);
        var award = await CreateAsync(client, "/api/v1/awards", Samples.Award(achievement.GetProperty("id").GetString()!));
        var key = await CreateAsync(client, "/api/v1/api-keys", """{"name":"another","scopes":["awards:read"]}""");
        var issuerKeys = await client.GetFromJsonAsync<JsonElement>("/api/v1/issuer-keys");
        return new(
            issuers.GetProperty("items")[0].GetProperty("id").GetString()!,
            achievement.GetProperty("id").GetString()!,
            award.GetProperty("id").GetString()!,
            LastPart(award, "verification"),
            LastPart(award, "credential"),
            key.GetProperty("apiKey").GetProperty("id").GetString()!,
            issuerKeys.GetProperty("items")[0].GetProperty("id").GetString()!,
            await WebhookAsync(client),
            await AssessmentAsync(client, achievement.GetProperty("id").GetString()!),
            (await CreateAsync(client, "/api/v1/people", """{"email":"assessor@cove-ro.example","roles":["assessor"]}""")).GetProperty("person").GetProperty("id").GetString()!,
            await LearnerAsync(client, "platform-17"));
    }

    /// <summary>The id that stands in a route of the API, by the list that the route is below.</summary>
    public string IdFor(string route) => route.Split('/')[3] switch
    {
        "issuers" => IssuerId,
        "achievements" => AchievementId,
        "awards" => AwardId,
        "api-keys" => ApiKeyId,
        "issuer-keys" => IssuerKeyId,
        "webhooks" => WebhookId,
        "assessments" => AssessmentId,
        "people" => PersonId,
        "accreditations" => AccreditationId,
        "pathways" => PathwayId,
        "profiles" => ProfileId,
        "batches" => BatchId,
        "audit" => AwardId,
        "learners" => LearnerId,
        var list => throw new ArgumentException($"Say here which id stands in a route below {list}.", nameof(route)),
    };

    private static string LastPart(JsonElement award, string link) => award.GetProperty("links").GetProperty(link).GetString()!.Split('/')[^1];

    // One is enough, for an issuer can have only so many. What it asks for does not happen here, so nothing is sent.
    private static async Task<string> WebhookAsync(HttpClient client)
    {
        var webhooks = (await client.GetFromJsonAsync<JsonElement>("/api/v1/webhooks")).GetProperty("items");
        var webhook = webhooks.GetArrayLength() > 0
            ? webhooks[0]
            : (await CreateAsync(client, "/api/v1/webhooks", """{"url":"https://platform.example/hooks/promote","events":["award.expired"]}""")).GetProperty("webhook");
        return webhook.GetProperty("id").GetString()!;
    }

    /// <summary>A new draft in which everything that the achievement asks for is recorded.</summary>
    public static async Task<string> AssessmentAsync(HttpClient client, string achievementId)
    {
        var award = JsonNode.Parse(Samples.Award(achievementId))!;
        var opened = await CreateAsync(client, "/api/v1/assessments", new JsonObject { ["achievement"] = achievementId, ["learner"] = award["learner"]!.DeepClone() }.ToJsonString());
        var id = opened.GetProperty("id").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/assessments/{id}")
        {
            Content = Samples.Json(new JsonObject { ["awardedOn"] = "2026-03-20", ["results"] = award["results"]!.DeepClone() }.ToJsonString()),
            Headers = { { "If-Match", "\"1\"" } },
        };
        using var recorded = await client.SendAsync(request);
        Assert.True(recorded.StatusCode == HttpStatusCode.OK, await recorded.Content.ReadAsStringAsync());
        return id;
    }

    /// <summary>The id of whom the platform knows so.</summary>
    public static async Task<string> LearnerAsync(HttpClient client, string identifier)
    {
        using var found = await client.PostAsync("/api/v1/learners/find", Samples.Json($$"""{"identifier": "{{identifier}}"}"""));
        Assert.True(found.StatusCode == HttpStatusCode.OK, await found.Content.ReadAsStringAsync());
        return (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> CreateAsync(HttpClient client, string path, string body)
    {
        using var answer = await client.PostAsync(path, Samples.Json(body));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
