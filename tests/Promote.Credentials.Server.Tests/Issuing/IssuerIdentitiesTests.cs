using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing;

public sealed class IssuerIdentitiesTests : IDisposable
{
    private const string Password = "correct horse battery";
    private static readonly Uri Https = new("https://credentials.example");
    private readonly string directory = Directory.CreateTempSubdirectory("promote-keys-").FullName;

    [Fact]
    public void Without_https_an_issuer_is_its_key()
    {
        var identity = Identities(new PromoteSettings { PublicBaseUrl = new Uri("http://localhost:5000") }, TestEnvironment.Development).Of("cove-ro");

        Assert.Equal($"did:key:{identity.Key.PublicKey.Multikey}", identity.Did);
        Assert.Equal($"{identity.Did}#{identity.Key.PublicKey.Multikey}", identity.VerificationMethod.Id);
        Assert.True(identity.Key.IsDevelopment);
    }

    [Fact]
    public void With_https_an_issuer_is_its_address_and_signs_with_its_own_file()
    {
        Write("cove-ro", RandomNumberGenerator.GetBytes(32));
        Write("cove-lt", RandomNumberGenerator.GetBytes(32));

        var identities = Identities(Production, TestEnvironment.Production);

        Assert.Equal("did:web:credentials.example:issuers:cove-ro", identities.Of("cove-ro").Did);
        Assert.NotEqual(identities.Of("cove-ro").Key.PublicKey.Multikey, identities.Of("cove-lt").Key.PublicKey.Multikey);
        Assert.False(identities.Of("cove-ro").Key.IsDevelopment);
        Assert.Contains("cove-de.pem", Assert.Throws<SettingsException>(() => identities.Of("cove-de")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_without_keys_is_refused()
    {
        AssertRefused(Production with { KeysDirectory = null }, "Promote__KeysDirectory");
        AssertRefused(Production with { KeysPassword = null }, "Promote__KeysPassword");
        AssertRefused(Production with { KeysDirectory = "/nowhere" }, "Promote__KeysDirectory");
    }

    [Fact]
    public void Production_with_the_development_key_in_a_file_is_refused()
    {
        using var stream = typeof(DevelopmentKeys).Assembly.GetManifestResourceStream("keys-dev/issuer-key.json")!;
        var jwk = System.Text.Json.Nodes.JsonNode.Parse(stream)!;
        Write("cove-ro", System.Buffers.Text.Base64Url.DecodeFromChars((string)jwk["d"]!));

        AssertRefused(Production, "public key of keys-dev");
    }

    [Theory]
    [InlineData("https://192.0.2.7")]
    [InlineData("https://credentials.example/a%20b")]
    public void An_https_address_that_did_web_cannot_write_is_refused(string url) =>
        AssertRefused(Production with { PublicBaseUrl = new Uri(url) }, "did:web");

    [Fact]
    public void A_wrong_password_is_found_at_start()
    {
        Write("cove-ro", RandomNumberGenerator.GetBytes(32));

        AssertRefused(Production with { KeysPassword = "wrong" }, "Promote__KeysPassword");
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private PromoteSettings Production => new() { PublicBaseUrl = Https, KeysDirectory = directory, KeysPassword = Password };

    private static IssuerIdentities Identities(PromoteSettings settings, TestEnvironment environment) =>
        new(settings, new PublicUrls(settings.PublicBaseUrl!), environment);

    private static void AssertRefused(PromoteSettings settings, string why)
    {
        var refused = Assert.Throws<SettingsException>(() => Identities(settings, TestEnvironment.Production));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    // RFC 8410 §7: id-Ed25519 and the seed as an OCTET STRING.
    private void Write(string slug, byte[] seed)
    {
        var key = new Pkcs8PrivateKeyInfo(new Oid("1.3.101.112"), null, (byte[])[0x04, 0x20, .. seed]);
        var encrypted = key.Encrypt(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
        File.WriteAllText(Path.Combine(directory, $"{slug}.pem"), PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", encrypted));
    }
}
