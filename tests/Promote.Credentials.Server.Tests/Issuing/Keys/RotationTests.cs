using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing.Keys;

/// <summary>The whole service as in production, a did:web issuer with keys of its own, while its keys change under load.</summary>
[Trait("speed", "slow")]
public sealed class RotationTests
{
    private static readonly KeyAlgorithm[] Algorithms = [KeyAlgorithm.Ed25519, KeyAlgorithm.P256, KeyAlgorithm.Rsa];

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_that_was_issued_before_ten_rotations_under_load_still_verifies(Database kind)
    {
        using var keys = new KeyFiles();
        Task AddAsync(string name, KeyAlgorithm algorithm) => Task.Run(() => keys.Add($"{name}.pem", algorithm));

        await RotateUnderLoadAsync(kind, keys.Settings, "file", ".pem", AddAsync, rotations: 10);
    }

    /// <summary>Issues all the time in every form while each key is replaced again and again, then checks all that was issued.</summary>
    internal static async Task RotateUnderLoadAsync(
        Database kind, (string Name, string? Value)[] settings, string source, string suffix, Func<string, KeyAlgorithm, Task> addAsync, int rotations)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        foreach (var algorithm in Algorithms)
        {
            await addAsync($"cove-ro.{Name(algorithm)}", algorithm);
        }

        await using var service = await ServiceInside.StartAsync(database, [("Promote__PublicBaseUrl", "https://credentials.example"), .. settings]);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(worker => IssueAsync(service, seed, worker, stop.Token)).ToList();
        for (var i = 1; i <= rotations; i++)
        {
            foreach (var algorithm in Algorithms)
            {
                var name = $"cove-ro.{Name(algorithm)}-{i}";
                await addAsync(name, algorithm);
                await RotateAsync(service, source, name + suffix);
            }
        }

        await stop.CancelAsync();
        var issued = (await Task.WhenAll(load)).SelectMany(links => links).ToList();
        Assert.True(issued.Count > rotations, $"Only {issued.Count} awards were made under load.");

        var keySet = await KeysAsync(service);
        Assert.Equal(Algorithms.Length * (rotations + 1), keySet.Count);
        var signers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var links in issued)
        {
            await AssertVerifiesAsync(service, links, keySet, signers);
        }

        Assert.True(signers.Count > Algorithms.Length, "All was signed with the first keys.");
        Assert.Equal(Algorithms.Length, await database.CountAsync("SELECT count(*) FROM issuer_keys WHERE state = 'active'"));
    }

    private static string Name(KeyAlgorithm algorithm) => algorithm.ToString().ToLowerInvariant();

    private static async Task<List<JsonElement>> IssueAsync(TestedService service, Seed seed, int worker, CancellationToken stop)
    {
        var issued = new List<JsonElement>();
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var body = AwardRequest.For(seed, $"person-{worker}-{i}");
            body["formats"] = new JsonArray("ob3", "ob3-ecdsa", "ob3-jwt", "ob3-jwt-es256");
            using var answer = await AwardRequest.SendAsync(service.Client, body);
            answer.EnsureSuccessStatusCode();
            issued.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("links"));
        }

        return issued;
    }

    private static async Task RotateAsync(TestedService service, string source, string reference)
    {
        using var added = await service.Client.PostAsJsonAsync("/api/v1/issuer-keys", new { source, reference });
        var id = (await added.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var activated = await service.Client.PostAsync($"/api/v1/issuer-keys/{id}/activate", null);
        activated.EnsureSuccessStatusCode();
    }

    private static async Task<Dictionary<string, PublicKey>> KeysAsync(TestedService service)
    {
        using var set = StrictJson.Parse(await service.Anonymous.GetByteArrayAsync("/.well-known/jwks.json"));
        return set.RootElement.GetProperty("keys").EnumerateArray().ToDictionary(
            jwk => jwk.GetProperty("kid").GetString()!,
            jwk => PublicKey.TryFromJwk(jwk, out var key) ? key : throw new InvalidOperationException("A served key is no JWK."));
    }

    private static async Task AssertVerifiesAsync(TestedService service, JsonElement links, Dictionary<string, PublicKey> keySet, HashSet<string> signers)
    {
        var verification = new Uri(links.GetProperty("verification").GetString()!).AbsolutePath;
        using var request = new HttpRequestMessage(HttpMethod.Get, verification) { Headers = { { "Accept", "application/json" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(report.GetProperty("outcome").GetString() == "valid", report.ToString());

        var credential = new Uri(links.GetProperty("credential").GetString()!).AbsolutePath;
        using var ecdsa = new ByteArrayContent(await service.Anonymous.GetByteArrayAsync($"{credential}?format=ob3-ecdsa")) { Headers = { { "Content-Type", "application/json" } } };
        using var verified = await service.Anonymous.PostAsync("/api/v1/verify", ecdsa);
        Assert.Equal("valid", (await verified.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString());

        foreach (var format in new[] { "ob3-jwt", "ob3-jwt-es256" })
        {
            Assert.True(CompactJws.TryParse(await service.Anonymous.GetStringAsync($"{credential}?format={format}"), out var jws, out var error), error);
            Assert.True(jws.Verify(keySet[jws.Header.KeyId!]));
            signers.Add(jws.Header.KeyId!);
        }
    }
}
