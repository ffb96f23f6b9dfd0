using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing.Keys;

public sealed class IssuerSealsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    private readonly KeyFiles files = new();

    [Fact]
    public void A_development_service_seals_with_the_test_seal_for_every_issuer()
    {
        using var keys = new SigningKeys(new PromoteSettings(), TestEnvironment.Development);
        using var seals = new IssuerSeals(keys);

        var seal = seals.Of("any", Now);

        Assert.True(seal.IsValid);
        Assert.Equal(("seal-key", KeyAlgorithm.Rsa, true), (seal.Reference, seal.Key.PublicKey.Algorithm, seal.Key.IsDevelopment));
        Assert.Same(seal.Key, seals.Open(seal.Source, seal.Reference));
    }

    [Fact]
    public void Of_an_issuers_seals_the_valid_one_that_began_last_is_taken()
    {
        files.AddSeal("cove-ro.seal.p12", Now.AddYears(-2), Now.AddYears(1));
        files.AddSeal("cove-ro.seal-2027.p12", Now.AddDays(-1), Now.AddYears(2));
        files.AddSeal("cove-ro.seal-2028.p12", Now.AddDays(1), Now.AddYears(3));
        files.AddSeal("cove.seal.p12", Now.AddHours(-1), Now.AddYears(3));
        using var keys = Open();
        using var seals = new IssuerSeals(keys);

        Assert.Equal("cove-ro.seal-2027.p12", seals.Of("cove-ro", Now).Reference);
        Assert.Equal("cove-ro.seal.p12", seals.Of("cove-ro", Now.AddDays(-2)).Reference);
        Assert.Equal("cove-ro.seal-2028.p12", seals.Of("cove-ro", Now.AddDays(2)).Reference);
        Assert.Equal(KeySource.File, seals.Of("cove-ro", Now).Source);
        Assert.False(seals.Of("cove-ro", Now).Key!.IsDevelopment);
    }

    [Fact]
    public void A_seal_that_is_put_there_later_is_found_without_a_restart()
    {
        files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        using var keys = Open();
        using var seals = new IssuerSeals(keys);
        Assert.Equal(SealStanding.None, seals.Of("cove-ro", Now).Standing);

        files.AddSeal("cove-ro.seal.p12", Now.AddDays(-1), Now.AddYears(1));
        Assert.True(seals.Of("cove-ro", Now).IsValid);
    }

    [Fact]
    public void Who_cannot_seal_learns_why()
    {
        files.AddSeal("cove-ro.seal.p12", Now.AddYears(-1), Now.AddYears(1));
        using var keys = Open();
        using var seals = new IssuerSeals(keys);

        AssertNone(seals, "cove-de", Now, SealStanding.None, "There is no seal for cove-de");
        AssertNone(seals, "cove-ro", Now.AddYears(2), SealStanding.Expired, "was valid until 2027-11-26");
        AssertNone(seals, "cove-ro", Now.AddYears(-2), SealStanding.NotYetValid, "is valid from 2025-11-26");
    }

    /// <summary>Else the seal's key would stand in the DID document and sign badges.</summary>
    [Fact]
    public void A_seal_is_not_among_the_keys_of_its_issuer()
    {
        files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        files.AddSeal("cove-ro.seal.p12", Now.AddYears(-1), Now.AddYears(1));
        using var keys = Open();

        Assert.Equal(["cove-ro.pem"], keys.Of("cove-ro").Select(one => one.Reference));
        Assert.False(keys.Find(KeySource.File)!.BelongsTo("cove-ro.seal.p12", "cove-ro"));
    }

    [Theory]
    [InlineData("cove-ro.seal.p12", true)]
    [InlineData("cove-ro.seal-2027.p12", true)]
    [InlineData("cove-ro.seal.2027.p12", true)]
    [InlineData("cove-ro.seal", true)]
    [InlineData("cove-ro.seal-2027", true)]
    [InlineData("cove-ro.sealing.pem", false)]
    [InlineData("cove-ro.rsa.p12", false)]
    [InlineData("seal.pem", false)]
    [InlineData("seal.rsa", false)]
    public void A_name_says_whether_it_is_a_seal(string reference, bool isOne) => Assert.Equal(isOne, SealName.IsOne(reference));

    [Fact]
    public void A_wrong_password_is_found_at_start()
    {
        files.AddSeal("cove-ro.seal.p12", Now.AddYears(-1), Now.AddYears(1), password: "another");
        AssertRefused("Promote__KeysPassword");
    }

    [Fact]
    public void A_key_without_a_certificate_is_no_seal()
    {
        files.Add("cove-ro.seal.pem", KeyAlgorithm.Rsa);
        AssertRefused("PKCS#12");
    }

    [Fact]
    public void A_certificate_that_names_no_organisation_is_found_at_start()
    {
        files.AddSeal("cove-ro.seal.p12", Now.AddYears(-1), Now.AddYears(1), subject: "CN=Seal");
        AssertRefused("organizationIdentifier");
    }

    [Fact]
    public void A_published_test_seal_is_refused()
    {
        files.AddDevelopmentSeal("cove-ro.seal.p12");
        AssertRefused("keys-dev");
    }

    public void Dispose() => files.Dispose();

    private SigningKeys Open() => new(new PromoteSettings { KeysDirectory = files.Directory, KeysPassword = KeyFiles.Password }, TestEnvironment.Production);

    private void AssertRefused(string why)
    {
        using var keys = Open();
        Assert.Contains(why, Assert.Throws<SettingsException>(() => new IssuerSeals(keys)).Message, StringComparison.Ordinal);
    }

    private static void AssertNone(IssuerSeals seals, string slug, DateTimeOffset now, SealStanding standing, string why)
    {
        var seal = seals.Of(slug, now);
        Assert.Equal((standing, null), (seal.Standing, seal.Key));
        Assert.False(seal.IsValid);
        Assert.Contains(why, seal.Sentence, StringComparison.Ordinal);
    }
}
