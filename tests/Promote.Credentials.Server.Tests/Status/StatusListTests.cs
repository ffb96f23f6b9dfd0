using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Status;

/// <summary><c>GET /status/{list}</c>: what verifiers of Open Badges 3.0 look up.</summary>
[Trait("speed", "slow")]
public sealed class StatusListTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Fact]
    public async Task Every_Open_Badge_names_its_own_bit_of_a_list_that_answers()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var given = await Given.AwardAsync(service, seed, "ioana", "ob3", "ob3-ecdsa");

        var entries = new[] { await given.DocumentAsync(), await given.DocumentAsync("ob3-ecdsa") }.Select(document => document.GetProperty("credentialStatus")).ToList();

        Assert.All(entries, entry => Assert.Equal(("BitstringStatusListEntry", "revocation"), (entry.GetProperty("type").GetString(), entry.GetProperty("statusPurpose").GetString())));
        Assert.All(entries, entry => Assert.Equal($"{entry.GetProperty("statusListCredential").GetString()}#{entry.GetProperty("statusListIndex").GetString()}", entry.GetProperty("id").GetString()));
        Assert.Equal(
            (await given.PlacesAsync()).Select(place => $"{service.Url}status/{place.List}#{place.Index}").Order(),
            entries.Select(entry => entry.GetProperty("id").GetString()!).Order());
        var list = await service.Anonymous.GetAsync(new Uri(entries[0].GetProperty("statusListCredential").GetString()!).AbsolutePath);
        var document = JsonSerializer.Deserialize<JsonElement>(await list.Content.ReadAsStringAsync());
        Assert.Equal(entries[0].GetProperty("statusListCredential").GetString(), document.GetProperty("id").GetString());
        Assert.Equal((await given.DocumentAsync()).GetProperty("issuer").GetProperty("id").GetString(), document.GetProperty("issuer").GetString());
    }

    [Fact]
    public async Task A_list_may_be_kept_for_five_seconds_and_is_not_sent_twice()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var given = await Given.AwardAsync(service, seed);
        var path = $"/status/{(await given.PlacesAsync())[0].List}";

        using var first = await GetAsync(service, path);
        Assert.Equal("application/vc", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("public, max-age=5", "*"), (first.Headers.CacheControl!.ToString(), first.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Contains("\"ttl\":5000", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var json = await GetAsync(service, path, accept: "application/json");
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await json.Content.ReadAsStringAsync());
        using var same = await GetAsync(service, path, tag: first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        await given.ChangeAsync("revoke", "Awarded by mistake");
        using var changed = await GetAsync(service, path, tag: first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task A_list_that_never_was_answers_as_every_address_that_leads_nowhere()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var given = await Given.AwardAsync(service, seed);
        foreach (var id in (string[])[RandomId.New(), "1", "..%5Cx", given.PublicId, given.Id])
        {
            using var answer = await service.Anonymous.GetAsync($"/status/{id}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_list_is_signed_by_the_key_that_the_issuer_signs_with_now()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, ("Promote__PublicBaseUrl", "https://credentials.example"));
        var given = await Given.AwardAsync(service, seed);
        var path = $"/status/{(await given.PlacesAsync())[0].List}";
        var before = await MethodAsync(service, path);
        using var added = await service.Client.PostAsJsonAsync("/api/v1/issuer-keys", new { source = "development", reference = "issuer-next-key" });
        var next = (string)(await database.QueryAsync("SELECT id FROM issuer_keys WHERE state = 'pending'"))[0][0];
        using var activated = await service.Client.PostAsync($"/api/v1/issuer-keys/{next}/activate", null);

        Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
        Assert.NotEqual(before, await MethodAsync(service, path));
        Assert.StartsWith("did:web:credentials.example:issuers:cove-ro#", await MethodAsync(service, path), StringComparison.Ordinal);
    }

    private static async Task<string> MethodAsync(TestedService service, string path) =>
        JsonSerializer.Deserialize<JsonElement>(await service.Anonymous.GetStringAsync(path)).GetProperty("proof")[0].GetProperty("verificationMethod").GetString()!;

    private static async Task<HttpResponseMessage> GetAsync(TestedService service, string path, string accept = "*/*", EntityTagHeaderValue? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Origin", "https://elsewhere.example");
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await service.Anonymous.SendAsync(request);
    }
}
