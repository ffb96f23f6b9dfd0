using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

namespace Promote.Credentials.Server.Tests.Issuing.Keys;

/// <summary>The whole service with keys that never leave a token.</summary>
[Trait("needs", "softhsm")]
[Trait("speed", "slow")]
public sealed class TokenTests : IDisposable
{
    private const string Token = "promote";
    private static readonly string[] Forms = ["ob3", "ob3-ecdsa", "ob3-jwt", "ob3-jwt-es256", "ob2", "ob2-jwt"];

    private readonly SoftHsm? hsm = SoftHsm.Missing is null ? new SoftHsm() : null;
    private int keys;

    [TheoryNeedsSoftHsm]
    [InlineData(Database.Sqlite)]
    public async Task What_was_issued_before_rotations_on_a_token_still_verifies(Database kind)
    {
        hsm!.MakeToken(Token);
        await RotationTests.RotateUnderLoadAsync(kind, Settings, "token", "", AddAsync, rotations: 3);
    }

    [FactNeedsSoftHsm]
    public async Task A_token_signs_every_form_and_while_a_key_is_gone_from_it_nothing_is_stored()
    {
        var folder = hsm!.MakeToken(Token);
        foreach (var algorithm in new[] { KeyAlgorithm.Ed25519, KeyAlgorithm.P256, KeyAlgorithm.Rsa })
        {
            await AddAsync($"cove-ro.{algorithm.ToString().ToLowerInvariant()}", algorithm);
        }

        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceProcess.StartAsync(database, [("Promote__PublicBaseUrl", "https://credentials.example"), .. Settings]);
        using (var issued = await AwardRequest.SendAsync(service.Client, Request(seed, "there")))
        {
            Assert.True(issued.StatusCode == HttpStatusCode.Created, await issued.Content.ReadAsStringAsync());
        }

        // The second form's key: when it is missed, the first form is signed already.
        var kept = Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllBytes);
        hsm.OnToken(Token, "--delete-object", "--type", "privkey", "--label", "cove-ro.p256");
        using (var refused = await AwardRequest.SendAsync(service.Client, Request(seed, "gone"), "while-gone"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM awards"));
        Assert.Equal(0, await database.CountAsync("SELECT count(*) FROM idempotency_keys"));
        Assert.Equal(Forms.Length, await database.CountAsync("SELECT count(*) FROM credentials"));

        foreach (var (file, content) in kept)
        {
            await File.WriteAllBytesAsync(file, content);
        }

        using var again = await AwardRequest.SendAsync(service.Client, Request(seed, "gone"), "while-gone");
        Assert.True(again.StatusCode == HttpStatusCode.Created, await again.Content.ReadAsStringAsync());
        var links = (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        using var page = new HttpRequestMessage(HttpMethod.Get, new Uri(links.GetProperty("verification").GetString()!).AbsolutePath) { Headers = { { "Accept", "application/json" } } };
        using var report = await service.Anonymous.SendAsync(page);
        Assert.Equal("valid", (await report.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString());
    }

    [TheoryNeedsSoftHsm]
    [InlineData("rsa:3072", 3072)]
    [InlineData("EC:prime256v1", 256)]
    public async Task A_seal_that_never_leaves_its_token_seals_an_award(string type, int bits)
    {
        var now = TimeProvider.System.GetUtcNow();
        hsm!.MakeToken(Token);
        await AddAsync("cove-ro.ed25519", KeyAlgorithm.Ed25519);
        hsm.MakeSeal(Token, type, "cove-ro.seal", "a1", now.AddDays(-1), now.AddDays(365));
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceProcess.StartAsync(database, [("Promote__PublicBaseUrl", "https://credentials.example"), .. Settings]);

        using var issued = await AwardRequest.SendAsync(service.Client, Request(seed, "sealed", "ob3", "europass"));
        Assert.True(issued.StatusCode == HttpStatusCode.Created, await issued.Content.ReadAsStringAsync());
        var holder = new Uri((await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links").GetProperty("credential").GetString()!).AbsolutePath;
        var document = await service.Anonymous.GetByteArrayAsync($"{holder}?format=europass");

        Assert.True(JadesSeal.TryRead(document, out var seal, out var error), error);
        var report = seal.Verify([], now);
        Assert.True(report.Intact.Holds, report.Intact.Sentence);
        Assert.False(seal.IsTest);
        using var certificate = X509CertificateLoader.LoadCertificate(seal.Certificate.Span);
        Assert.Equal(bits, certificate.PublicKey.GetRSAPublicKey()?.KeySize ?? certificate.PublicKey.GetECDsaPublicKey()!.KeySize);
        document[document.AsSpan().IndexOf("\"payload\":\""u8) + 40] ^= 1;
        Assert.False(JadesSeal.TryRead(document, out var changed, out _) && changed.Verify([], now).Intact.Holds);
    }

    public void Dispose() => hsm?.Dispose();

    private (string Name, string? Value)[] Settings => [.. hsm!.EnvironmentOf(Token).Select(one => (one.Key, (string?)one.Value))];

    private static JsonObject Request(Seed seed, string person, params string[] forms)
    {
        var body = AwardRequest.For(seed, person);
        body["formats"] = new JsonArray([.. (forms.Length > 0 ? forms : Forms).Select(form => JsonValue.Create(form))]);
        return body;
    }

    private Task AddAsync(string label, KeyAlgorithm algorithm)
    {
        var type = algorithm switch
        {
            KeyAlgorithm.Ed25519 => "EC:edwards25519",
            KeyAlgorithm.P256 => "EC:prime256v1",
            _ => "rsa:2048",
        };
        return Task.Run(() => hsm!.MakeKey(Token, type, label, $"{Interlocked.Increment(ref keys):x4}"));
    }
}
