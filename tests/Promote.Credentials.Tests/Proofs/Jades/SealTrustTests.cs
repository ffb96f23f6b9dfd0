using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>Who vouches for a seal, and whether it is a qualified one. That it is intact says neither.</summary>
public sealed class SealTrustTests : IDisposable
{
    private const string EsealType = "0.4.0.1862.1.6.2";
    private const string EsignType = "0.4.0.1862.1.6.1";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestAuthority _authority = new();

    [Fact]
    public void A_certificate_of_a_configured_authority_is_anchored()
    {
        using SealKey key = _authority.Issue();
        SealReport report = Verify(key, Now, _authority.Anchor());
        Assert.Equal(new SealFact(true, "The certificate of \"CoVE\" leads to the trust anchor \"Authority\"."), report.Anchored);
        Assert.False(report.Qualified.Holds);
    }

    [Fact]
    public void The_certificate_itself_may_be_the_anchor()
    {
        using SealKey key = _authority.Issue();
        Assert.True(SealTrustAnchor.TryRead(key.Certificate.Span, isQualified: false, out SealTrustAnchor? anchor));
        Assert.True(Verify(key, Now, anchor).Anchored.Holds);
    }

    [Fact]
    public void A_certificate_of_another_authority_of_the_same_name_is_not_anchored()
    {
        using var other = new TestAuthority();
        using SealKey key = other.Issue();
        SealReport report = Verify(key, Now, _authority.Anchor());
        Assert.True(report.Intact.Holds);
        Assert.False(report.Anchored.Holds);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_certificate_is_not_anchored_outside_its_years(int years)
    {
        using SealKey key = _authority.Issue();
        SealReport report = Verify(key, Now.AddYears(years), _authority.Anchor());
        Assert.True(report.Intact.Holds);
        Assert.False(report.Anchored.Holds);
        Assert.Contains("is valid from 2026-01-01 to 2028-01-01", report.Anchored.Sentence, StringComparison.Ordinal);
        Assert.Contains("No trusted time-stamp", report.Anchored.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, EsealType, true, "is a qualified one")]
    [InlineData(false, true, EsealType, false, "not marked")]
    [InlineData(true, false, EsealType, false, "QcCompliance")]
    [InlineData(true, true, EsignType, false, "QcType")]
    public void A_seal_is_qualified_when_anchor_and_certificate_both_say_so(bool marked, bool compliance, string type, bool qualified, string why)
    {
        using SealKey key = _authority.Issue(null, null, null, TestAuthority.QcStatements(compliance, type));
        SealReport report = Verify(key, Now, _authority.Anchor(marked));
        Assert.True(report.Anchored.Holds);
        Assert.Equal(qualified, report.Qualified.Holds);
        Assert.Contains(why, report.Qualified.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TEST CoVE", false)]
    [InlineData("CoVE (TEST)", false)]
    [InlineData("ATTESTATION CENTRE", true)]
    public void A_certificate_that_says_TEST_is_never_qualified(string organisation, bool qualified)
    {
        using SealKey key = _authority.Issue(TestAuthority.Subject(organisation: organisation), null, null, TestAuthority.QcStatements(true, EsealType));
        Assert.Equal(qualified, Verify(key, Now, _authority.Anchor(true)).Qualified.Holds);
    }

    [Fact]
    public void Nothing_is_qualified_without_statements_or_with_broken_ones()
    {
        using SealKey without = _authority.Issue();
        using SealKey broken = _authority.Issue(null, null, null, new X509Extension("1.3.6.1.5.5.7.1.3", [0x30, 0x05, 0x30], critical: false));
        Assert.False(Verify(without, Now, _authority.Anchor(true)).Qualified.Holds);
        Assert.False(Verify(broken, Now, _authority.Anchor(true)).Qualified.Holds);
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_no_anchor()
    {
        Assert.False(SealTrustAnchor.TryRead([1, 2, 3], isQualified: true, out _));
        Assert.False(SealTrustAnchor.TryRead([.. _authority.Der, 0], isQualified: true, out _));
    }

    [Fact]
    public void A_certificate_for_something_else_does_not_seal()
    {
        using ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] certificate = _authority.Certify(
            made, TestAuthority.Subject(), TestAuthority.From, TestAuthority.Until, new X509KeyUsageExtension(X509KeyUsageFlags.KeyAgreement, true));
        Assert.Contains("keyUsage", Assert.Throws<CryptographicException>(() => SealKey.Of(TestAuthority.Signing(made), [certificate])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _authority.Dispose();

    private static SealReport Verify(SealKey key, DateTimeOffset now, params SealTrustAnchor[] anchors)
    {
        Assert.True(JadesSeal.TryRead(JadesSeal.Sign("{}"u8, key, Now), out SealReading? seal, out string error), error);
        SealReport report = seal.Verify(anchors, now);
        Assert.True(report.Intact.Holds);
        return report;
    }
}
