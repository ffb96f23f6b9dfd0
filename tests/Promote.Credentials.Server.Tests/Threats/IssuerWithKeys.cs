using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>An issuer of a <see cref="ServiceWithKeys"/>, and what is done with its keys.</summary>
internal sealed record IssuerWithKeys(ServiceWithKeys Service, string Slug, HttpClient Client, string AchievementId)
{
    public string Did => $"did:web:credentials.example:issuers:{Slug}";

    public Task<HttpResponseMessage> TryAwardAsync(params string[] formats)
    {
        var body = JsonNode.Parse(Samples.Award(AchievementId))!;
        body["formats"] = JsonSerializer.SerializeToNode(formats);
        return Client.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
    }

    /// <summary>Awards, and answers the path of the verification page and of the holder's.</summary>
    public async Task<(string Page, string Holder)> AwardAsync(params string[] formats)
    {
        using var answer = await TryAwardAsync(formats);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var links = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        return (Path("verification"), Path("credential"));

        string Path(string name) => new Uri(links.GetProperty(name).GetString()!).AbsolutePath;
    }

    public async Task<JsonElement> ReportAsync(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept", "application/json" } } };
        using var answer = await Service.Anonymous.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The id of the key of this kind that signs now.</summary>
    public async Task<string> ActiveAsync(string algorithm) => (await KeysAsync()).Single(key => key.GetProperty("state").GetString() == "active" && key.GetProperty("algorithm").GetString() == algorithm).GetProperty("id").GetString()!;

    public async Task<IReadOnlyList<JsonElement>> KeysAsync() =>
        [.. (await Client.GetFromJsonAsync<JsonElement>("/api/v1/issuer-keys")).GetProperty("items").EnumerateArray()];

    /// <summary>Adds a key that does not sign yet.</summary>
    public async Task<string> AddAsync(string name, KeyAlgorithm algorithm)
    {
        Service.Files.Add($"{Slug}.{name}.pem", algorithm);
        using var added = await Client.PostAsJsonAsync("/api/v1/issuer-keys", new { source = "file", reference = $"{Slug}.{name}.pem" });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task<int> DoAsync(string key, string what, string body = "{}")
    {
        using var answer = await Client.PostAsync($"/api/v1/issuer-keys/{key}/{what}", what == "compromise" ? Samples.Json(body) : null);
        return (int)answer.StatusCode;
    }

    /// <summary>Puts a new key in the place of the one that signs.</summary>
    public async Task RotateAsync(string name, KeyAlgorithm algorithm) => Assert.Equal(200, await DoAsync(await AddAsync(name, algorithm), "activate"));
}
