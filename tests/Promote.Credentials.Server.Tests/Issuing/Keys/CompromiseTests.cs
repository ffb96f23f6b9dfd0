using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing.Keys;

/// <summary>A key gets into other hands: what is known to be from before stays good, nothing else does.</summary>
[Trait("speed", "slow")]
public sealed class CompromiseTests
{
    [Theory]
    [InlineData("https://credentials.example")]
    [InlineData("http://127.0.0.1:1")]
    public async Task What_a_compromised_key_signed_afterwards_is_invalid_and_says_so(string publicUrl)
    {
        using var keys = new KeyFiles();
        keys.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, [("Promote__PublicBaseUrl", publicUrl), .. keys.Settings]);

        var before = await IssueAsync(service, seed, "before");
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        var at = TimeProvider.System.GetUtcNow();
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        var after = await IssueAsync(service, seed, "after");
        Assert.Equal("valid", (await ReportAsync(service, after)).GetProperty("outcome").GetString());

        var key = (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/issuer-keys")).GetProperty("items")[0].GetProperty("id").GetString();
        using var told = await service.Client.PostAsJsonAsync($"/api/v1/issuer-keys/{key}/compromise", new { at = at.ToString("O", CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);

        Assert.Equal("validWithWarnings", (await ReportAsync(service, before)).GetProperty("outcome").GetString());
        var invalid = await ReportAsync(service, after);
        Assert.Equal("invalid", invalid.GetProperty("outcome").GetString());
        var check = invalid.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("outcome").GetString() == "failed");
        Assert.Equal("keyStanding", check.GetProperty("id").GetString());

        using var refused = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "later"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.DoesNotContain("\"kty\"", await service.Anonymous.GetStringAsync("/.well-known/jwks.json"), StringComparison.Ordinal);

        keys.Add("cove-ro.2.pem", KeyAlgorithm.Ed25519);
        using var added = await service.Client.PostAsJsonAsync("/api/v1/issuer-keys", new { source = "file", reference = "cove-ro.2.pem" });
        var next = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var activated = await service.Client.PostAsync($"/api/v1/issuer-keys/{next}/activate", null);
        Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
        Assert.Equal("valid", (await ReportAsync(service, await IssueAsync(service, seed, "later"))).GetProperty("outcome").GetString());
    }

    private static async Task<string> IssueAsync(TestedService service, Seed seed, string person)
    {
        using var answer = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, person));
        var links = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        return new Uri(links.GetProperty("verification").GetString()!).AbsolutePath;
    }

    private static async Task<JsonElement> ReportAsync(TestedService service, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept", "application/json" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
