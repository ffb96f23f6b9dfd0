using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Jades;

public sealed class SealKeyTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly ECDsa _made = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Theory]
    [InlineData(DevelopmentSeals.Rsa, KeyAlgorithm.Rsa)]
    [InlineData(DevelopmentSeals.P256, KeyAlgorithm.P256)]
    public void The_seals_of_keys_dev_name_an_organisation_that_is_none(string name, KeyAlgorithm algorithm)
    {
        using SealKey key = DevelopmentSeals.Open(name);
        Assert.Equal(new SealSubject("RO", "TEST organisation of Promote.Credentials", "VATRO-TEST00000000", "TEST seal of Promote.Credentials"), key.Subject);
        Assert.Equal((new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2066, 1, 1, 0, 0, 0, TimeSpan.Zero)), (key.ValidFrom, key.ValidUntil));
        Assert.Equal(algorithm, key.PublicKey.Algorithm);
        Assert.True(key.IsDevelopment);
        Assert.Equal(DevelopmentSeals.Authority.Certificate.RawData, Assert.Single(key.Chain).ToArray());
    }

    [Theory]
    [InlineData(null, "CoVE", "VATRO-1", "Seal", "country (C)")]
    [InlineData("RO", null, "VATRO-1", "Seal", "organisation (O)")]
    [InlineData("RO", "CoVE", null, "Seal", "organizationIdentifier (2.5.4.97)")]
    [InlineData("RO", "CoVE", "VATRO-1", null, "common name (CN)")]
    [InlineData("RO", null, null, null, "organisation (O), organizationIdentifier (2.5.4.97), common name (CN)")]
    [InlineData("ro", "CoVE", "VATRO-1", "Seal", "two capital letters")]
    public void A_certificate_that_names_no_organisation_is_refused_by_what_is_missing(string? country, string? organisation, string? identifier, string? name, string why) =>
        AssertRefused(why, TestAuthority.Signing(_made), Certify(TestAuthority.Subject(country, organisation, identifier, name)));

    [Fact]
    public void A_subject_with_two_organisations_names_none()
    {
        var twice = new X500DistinguishedNameBuilder();
        twice.AddCountryOrRegion("RO");
        twice.AddOrganizationName("One");
        twice.AddOrganizationName("Two");
        twice.Add("2.5.4.97", "VATRO-1");
        twice.AddCommonName("Seal");
        AssertRefused("organisation (O)", TestAuthority.Signing(_made), Certify(twice.Build()));
    }

    [Fact]
    public void A_certificate_of_another_key_is_refused() =>
        AssertRefused("of another key", NewKeys.Signing(KeyAlgorithm.P256), Certify(TestAuthority.Subject()));

    [Fact]
    public void A_key_without_a_certificate_is_refused() =>
        Assert.Throws<CryptographicException>(() => SealKey.Of(TestAuthority.Signing(_made), []));

    [Theory]
    [InlineData(KeyAlgorithm.Ed25519)]
    [InlineData(KeyAlgorithm.P384)]
    public void A_key_of_another_kind_is_refused(KeyAlgorithm algorithm) =>
        AssertRefused("RSA or P-256", NewKeys.Signing(algorithm), Certify(TestAuthority.Subject()));

    [Fact]
    public void A_key_that_was_refused_is_disposed_of()
    {
        SigningKey key = NewKeys.Signing(KeyAlgorithm.P256);
        AssertRefused("of another key", key, Certify(TestAuthority.Subject()));
        Assert.Throws<ObjectDisposedException>(() => key.Sign("claim"u8));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _made.Dispose();
    }

    private byte[] Certify(X500DistinguishedName subject) => _authority.Certify(_made, subject, TestAuthority.From, TestAuthority.Until);

    private static void AssertRefused(string why, SigningKey key, byte[] certificate) =>
        Assert.Contains(why, Assert.Throws<CryptographicException>(() => SealKey.Of(key, [certificate])).Message, StringComparison.Ordinal);
}
