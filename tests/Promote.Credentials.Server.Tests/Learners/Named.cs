using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Learners;

/// <summary>Learners of one issuer, by the names that they have.</summary>
internal sealed record Named(TestedService Service, Seed Seed)
{
    /// <summary>The members of a request that name somebody.</summary>
    public static JsonObject By(string? identifier, string? email)
    {
        var names = new JsonObject();
        foreach (var (member, value) in (ReadOnlySpan<(string, string?)>)[("identifier", identifier), ("email", email is null ? null : $"{email}@prison.example")])
        {
            if (value is not null)
            {
                names[member] = value;
            }
        }

        return names;
    }

    public static JsonObject Learner(string? identifier, string? email)
    {
        var learner = By(identifier, email);
        (learner["givenName"], learner["familyName"]) = ("Lena", "Exemplu");
        return learner;
    }

    public async Task<Given> AwardAsync(string? identifier, string? email, string? achievement = null)
    {
        using var answer = await SendAsync(Service.Client, identifier, email, achievement);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Given.Of(Service, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public Task<HttpResponseMessage> SendAsync(HttpClient client, string? identifier, string? email, string? achievement = null)
    {
        var body = AwardRequest.For(Seed);
        (body["achievement"], body["learner"]) = (achievement ?? Seed.AchievementId, Learner(identifier, email));
        if (achievement is not null)
        {
            body["results"] = new JsonArray();
        }

        return AwardRequest.SendAsync(client, body);
    }

    /// <summary>Who is found by one of these names, and the ids of their awards.</summary>
    public async Task<(string Id, IReadOnlyList<string> Awards)> FindAsync(string? identifier = null, string? email = null)
    {
        using var found = await Service.Client.PostAsync("/api/v1/learners/find", Samples.Json(By(identifier, email).ToJsonString()));
        Assert.True(found.StatusCode == HttpStatusCode.OK, await found.Content.ReadAsStringAsync());
        var learner = await found.Content.ReadFromJsonAsync<JsonElement>();
        return (learner.GetProperty("id").GetString()!, [.. learner.GetProperty("awards").EnumerateArray().Select(award => award.GetString()!)]);
    }

    /// <summary>Says that the second one is the first.</summary>
    public async Task<(string Id, IReadOnlyList<string> Merged)> MergeAsync(string into, string other)
    {
        using var answer = await SendMergeAsync(Service.Client, into, other);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var learner = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (learner.GetProperty("id").GetString()!, [.. learner.GetProperty("merged").EnumerateArray().Select(id => id.GetString()!)]);
    }

    public static Task<HttpResponseMessage> SendMergeAsync(HttpClient client, string into, string other) =>
        client.PostAsync($"/api/v1/learners/{into}/merge", Samples.Json(new JsonObject { ["learner"] = other }.ToJsonString()));
}
