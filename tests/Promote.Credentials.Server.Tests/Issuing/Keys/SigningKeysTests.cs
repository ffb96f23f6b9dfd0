using System.Buffers.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing.Keys;

public sealed class SigningKeysTests : IDisposable
{
    private readonly KeyFiles files = new();

    [Fact]
    public void A_development_service_has_a_test_key_of_each_kind_for_every_issuer()
    {
        using var keys = new SigningKeys(new PromoteSettings(), TestEnvironment.Development);

        var found = keys.Of("any").ToList();
        Assert.Equal([KeyAlgorithm.Ed25519, KeyAlgorithm.P256, KeyAlgorithm.P384, KeyAlgorithm.Rsa, KeyAlgorithm.Ed25519], found.Select(one => one.Key.PublicKey.Algorithm));
        Assert.All(found, one => Assert.True(one.Key.IsDevelopment));
    }

    [Fact]
    public void An_issuer_finds_the_files_that_begin_with_its_slug_and_a_point()
    {
        files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        files.Add("cove-ro.rsa.pem", KeyAlgorithm.Rsa);
        files.Add("cove.pem", KeyAlgorithm.Ed25519);

        using var keys = Open(Production);

        Assert.Equal(["cove-ro.pem", "cove-ro.rsa.pem"], keys.Of("cove-ro").Select(one => one.Reference));
        Assert.Equal(["cove.pem"], keys.Of("cove").Select(one => one.Reference));
        Assert.All(keys.Of("cove-ro"), one => Assert.False(one.Key.IsDevelopment));
        Assert.Empty(keys.Of("cove-de"));
    }

    [Theory]
    [InlineData("cove-ro.pem", "cove-ro", true)]
    [InlineData("cove-ro.2027.p12", "cove-ro", true)]
    [InlineData("cove-ro.pem", "cove", false)]
    [InlineData("cove.pem", "cove-ro", false)]
    [InlineData("../cove-ro.pem", "cove-ro", false)]
    [InlineData("cove-ro./../cove-lt.pem", "cove-ro", false)]
    [InlineData("cove-ro.txt", "cove-ro", false)]
    public void A_file_belongs_to_the_issuer_whose_slug_it_begins_with(string file, string slug, bool belongs)
    {
        using var keys = Open(Production);
        Assert.Equal(belongs, keys.Find(KeySource.File)!.BelongsTo(file, slug));
    }

    [Fact]
    public void Production_without_keys_is_refused()
    {
        AssertRefused(Production with { KeysDirectory = null }, "Promote__KeysDirectory");
        AssertRefused(Production with { KeysPassword = null }, "Promote__KeysPassword");
        AssertRefused(Production with { KeysDirectory = "/nowhere" }, "Promote__KeysDirectory");
        AssertRefused(new PromoteSettings { Pkcs11 = new() { Module = "/nowhere.so" } }, "Promote__Pkcs11__Pin");
        AssertRefused(new PromoteSettings { Pkcs11 = new() { Module = "/nowhere.so", Token = "t", Pin = "p" } }, "/nowhere.so");
    }

    [Fact]
    public void A_file_with_a_published_test_key_is_refused()
    {
        using var stream = typeof(DevelopmentKeys).Assembly.GetManifestResourceStream("keys-dev/issuer-key.json")!;
        files.Add("cove-ro.pem", Base64Url.DecodeFromChars((string)JsonNode.Parse(stream)!["d"]!));

        AssertRefused(Production, "public key of keys-dev");
    }

    [Fact]
    public void A_wrong_password_is_found_at_start()
    {
        files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);

        AssertRefused(Production with { KeysPassword = "wrong" }, "Promote__KeysPassword");
    }

    [Fact]
    public void A_file_that_holds_another_key_than_was_registered_is_refused()
    {
        files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        using var keys = Open(Production);
        var registered = new IssuerKeyRow
        {
            Id = "id", IssuerId = "issuer", Algorithm = KeyAlgorithm.Ed25519, Source = KeySource.File, Reference = "cove-ro.pem",
            PublicKey = DevelopmentKeys.Issuer("issuer-key").PublicKey.Multikey, State = IssuerKeyState.Active, CreatedAt = DateTimeOffset.UnixEpoch,
        };

        Assert.Contains("cove-ro.pem", Assert.Throws<SettingsException>(() => keys.Open(registered)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://192.0.2.7")]
    [InlineData("https://credentials.example/a%20b")]
    public void An_https_address_that_did_web_cannot_write_is_refused(string url)
    {
        var settings = new PromoteSettings { PublicBaseUrl = new Uri(url) };
        var refused = Assert.Throws<SettingsException>(() => new IssuerIdentities(settings, new PublicUrls(settings.PublicBaseUrl)));
        Assert.Contains("did:web", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => files.Dispose();

    private PromoteSettings Production => new() { KeysDirectory = files.Directory, KeysPassword = KeyFiles.Password };

    private static SigningKeys Open(PromoteSettings settings) => new(settings, TestEnvironment.Production);

    private static void AssertRefused(PromoteSettings settings, string why)
    {
        var refused = Assert.Throws<SettingsException>(() => Open(settings));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }
}
