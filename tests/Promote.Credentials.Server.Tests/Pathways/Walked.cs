using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Pathways;

/// <summary>An automatic pathway, two of its parts needed, and a learner on it.</summary>
internal sealed class Walked
{
    private readonly Seed seed;

    private Walked(TestedService service, Seed seed, string id, string ends, string[] parts) => (Service, this.seed, Id, Ends, Parts) = (service, seed, id, ends, parts);

    public TestedService Service { get; }

    public string Id { get; }

    /// <summary>Id of the achievement that the pathway ends in.</summary>
    public string Ends { get; }

    /// <summary>Ids of the achievements that it leads through.</summary>
    public string[] Parts { get; }

    public string Person { get; } = $"lena{Guid.CreateVersion7():N}";

    /// <summary>The body that names the learner.</summary>
    public string Learner => $$"""{"email": "{{Person}}@prison.example", "identifier": "platform-{{Person}}"}""";

    public static async Task<Walked> ByAsync(StartedOnBoth services, Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        return await ByAsync(service, seed, await AchievementAsync(service, "Second"), await AchievementAsync(service, "Third"));
    }

    public static async Task<Walked> ByAsync(TestedService service, Seed seed, params string[] others)
    {
        string[] parts = [await AchievementAsync(service, "First"), .. others];
        var ends = await AchievementAsync(service, "The whole");
        var root = new JsonObject { ["id"] = "all", ["rule"] = "atLeast", ["needs"] = 2, ["steps"] = new JsonArray([.. parts.Index().Select(part => Step($"part{part.Index}", part.Item))]) };
        var body = new JsonObject { ["name"] = new JsonObject { ["en"] = "Pathway" }, ["achievement"] = ends, ["automatic"] = true, ["root"] = root };
        using var created = await service.Client.PostAsync("/api/v1/pathways", Samples.Json(body.ToJsonString()));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await service.Client.PostAsync($"/api/v1/pathways/{id}/publish", null);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        return new(service, seed, id, ends, parts);
    }

    public static JsonObject Step(string id, string achievement) => new() { ["id"] = id, ["achievement"] = achievement };

    public static async Task<string> AchievementAsync(TestedService service, string name, string policy = "{}", bool publish = true)
    {
        var content = JsonNode.Parse(Samples.Achievement)!.AsObject();
        content["name"] = new JsonObject { ["en"] = name };
        content["description"] = new JsonObject { ["en"] = name };
        content["criteria"] = new JsonObject { ["en"] = name };
        content["policy"] = JsonNode.Parse(policy);
        using var created = await service.Client.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = publish ? await service.Client.PostAsync($"/api/v1/achievements/{id}/publish", null) : null;
        return id;
    }

    public async Task<Given> EarnAsync(string achievement)
    {
        var body = AwardRequest.For(seed, Person);
        (body["achievement"], body["results"]) = (achievement, new JsonArray());
        using var answer = await AwardRequest.SendAsync(Service.Client, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Given.Of(Service, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<JsonElement> ProgressAsync()
    {
        using var answer = await Service.Client.PostAsync($"/api/v1/pathways/{Id}/progress", Samples.Json(Learner));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The award of the pathway, once it is there.</summary>
    public async Task<Given> AwardAsync()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if ((await ProgressAsync()).TryGetProperty("award", out var award))
            {
                return Given.Of(Service, await Service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{award.GetString()}"));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException($"No award followed. {Service.Output}");
    }

    public Task<long> AwardsAsync() => Service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{Ends}'");
}
