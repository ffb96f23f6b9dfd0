using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Tests.Proofs.Jades;
using Promote.Credentials.Tests.Verification;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Threats;

/// <summary>Threat 12: a document is sealed with certificates that only look as if an authority vouched for its issuer.</summary>
public sealed class TM_12 : IDisposable
{
    private const string Tls = "1.3.6.1.5.5.7.3.1";
    private const string Client = "1.3.6.1.5.5.7.3.2";
    private const string Code = "1.3.6.1.5.5.7.3.3";
    private const string TimeStamps = "1.3.6.1.5.5.7.3.8";
    private const string Ocsp = "1.3.6.1.5.5.7.3.9";

    private static readonly X500DistinguishedName Root = TestAuthority.Subject(organisation: "Root", commonName: "Root");
    private static readonly X500DistinguishedName Middle = TestAuthority.Subject(organisation: "Middle", commonName: "Middle");
    private static readonly X500DistinguishedName Honest = TestAuthority.Subject();

    private readonly World world = new() { Now = ForgedSeal.Now };
    private readonly Certified root = Certified.BySelf(Root, Certified.OfAuthority());

    public TM_12()
    {
        Assert.True(SealTrustAnchor.TryRead(root.Der, isQualified: true, out var anchor));
        world.Anchors.Add(anchor);
    }

    public void Dispose() => root.Dispose();

    /// <summary>Else all that follows would be refused for another reason.</summary>
    [Theory]
    [InlineData]
    [InlineData("1.3.6.1.5.5.7.3.36")]
    [InlineData("1.3.6.1.5.5.7.3.4", Client)]
    public async Task Only_the_honest_chain_is_anchored(params string[] purposes)
    {
        using var middle = root.Certify(Middle, Certified.OfAuthority(0));
        using var seal = middle.Certify(Honest, [.. Certified.OfSeal(), .. purposes.Length == 0 ? (X509Extension[])[] : [Certified.Purpose(purposes)]]);
        var report = await world.VerifyAsync(ForgedSeal.Make(seal.Key, seal.Der, middle.Der));

        report.Says(Outcome.ValidWithWarnings, CheckIds.IssuerIdentity, CheckOutcome.Passed);
        Assert.Empty(world.Fetched);
    }

    [Fact]
    public async Task A_certificate_by_its_own_key_vouches_for_nobody()
    {
        using var self = Certified.BySelf(Honest, Certified.OfSeal());
        await IsNotTakenAsync(self.Key, self.Der);
    }

    [Fact]
    public async Task An_authority_with_the_name_of_a_trusted_one_is_another_one()
    {
        using var other = Certified.BySelf(Root, Certified.OfAuthority());
        using var seal = other.Certify(Honest, Certified.OfSeal());
        await IsNotTakenAsync(seal.Key, seal.Der, other.Der);
        await IsNotTakenAsync(seal.Key, seal.Der, root.Der);
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyAgreement)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment)]
    [InlineData(X509KeyUsageFlags.KeyCertSign)]
    [InlineData(X509KeyUsageFlags.CrlSign)]
    public async Task A_key_for_something_else_than_signatures_seals_nothing(X509KeyUsageFlags usage)
    {
        using var seal = root.Certify(Honest, Certified.OfSeal(usage));
        await IsNotTakenAsync(seal.Key, seal.Der);
    }

    [Theory]
    [InlineData(Tls)]
    [InlineData(Client)]
    [InlineData(Tls, Client)]
    [InlineData(Code)]
    [InlineData(TimeStamps)]
    [InlineData(Ocsp)]
    [InlineData("1.2.3.4.5")]
    public async Task A_certificate_for_a_web_site_code_or_time_seals_no_document(params string[] purposes)
    {
        using var seal = root.Certify(Honest, [.. Certified.OfSeal(X509KeyUsageFlags.DigitalSignature), Certified.Purpose(purposes)]);
        await IsNotTakenAsync(seal.Key, seal.Der);
    }

    [Theory]
    [InlineData(-700, -1)]
    [InlineData(1, 300)]
    public async Task A_seal_outside_the_days_of_its_certificate_is_not_taken(int from, int until)
    {
        using var seal = root.Certify(Honest, Certified.OfSeal(), ForgedSeal.Now.AddDays(from), ForgedSeal.Now.AddDays(until));
        await IsNotTakenAsync(seal.Key, seal.Der);
    }

    [Fact]
    public async Task An_authority_that_has_expired_vouches_for_nobody()
    {
        using var middle = root.Certify(Middle, Certified.OfAuthority(), TestAuthority.From, ForgedSeal.Now.AddDays(-1));
        using var seal = middle.Certify(Honest, Certified.OfSeal());
        await IsNotTakenAsync(seal.Key, seal.Der, middle.Der);
    }

    [Theory]
    [InlineData("VATRO-12345679")]
    [InlineData("VATBG-12345678")]
    [InlineData(null)]
    public async Task Another_organisation_does_not_seal_in_the_name_of_the_issuer(string? identifier)
    {
        using var seal = root.Certify(TestAuthority.Subject(identifier: identifier), Certified.OfSeal());
        await IsNotTakenAsync(seal.Key, seal.Der);
    }

    [Fact]
    public async Task The_certificate_of_a_person_does_not_seal_for_an_organisation()
    {
        using var seal = root.Certify(TestAuthority.Subject(organisation: null, identifier: null, commonName: "Ion Popescu"), Certified.OfSeal());
        await IsNotTakenAsync(seal.Key, seal.Der);
    }

    [Fact]
    public async Task Whoever_has_a_seal_is_no_authority()
    {
        using var seal = root.Certify(TestAuthority.Subject(organisation: "Somebody"), Certified.OfSeal());
        using var forged = seal.Certify(Honest, Certified.OfSeal());
        await IsNotTakenAsync(forged.Key, forged.Der, seal.Der);
    }

    [Fact]
    public async Task An_authority_for_seals_alone_makes_no_further_authority()
    {
        using var first = root.Certify(Middle, Certified.OfAuthority(0));
        using var second = first.Certify(TestAuthority.Subject(organisation: "Second", commonName: "Second"), Certified.OfAuthority());
        using var seal = second.Certify(Honest, Certified.OfSeal());
        await IsNotTakenAsync(seal.Key, seal.Der, second.Der, first.Der);
    }

    [Fact]
    public async Task An_authority_whose_key_is_not_for_certificates_makes_none()
    {
        using var middle = root.Certify(Middle, [new X509BasicConstraintsExtension(true, false, 0, true), new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true)]);
        using var seal = middle.Certify(Honest, Certified.OfSeal());
        await IsNotTakenAsync(seal.Key, seal.Der, middle.Der);
    }

    [Fact]
    public async Task A_certificate_that_nobody_here_understands_is_not_taken()
    {
        using var seal = root.Certify(Honest, [.. Certified.OfSeal(), new X509Extension("1.2.3.4.5.6", [5, 0], critical: true)]);
        await IsNotTakenAsync(seal.Key, seal.Der);
    }

    [Fact]
    public async Task Authorities_that_vouch_for_each_other_lead_nowhere()
    {
        var (one, two) = (TestAuthority.Subject(organisation: "One", commonName: "One"), TestAuthority.Subject(organisation: "Two", commonName: "Two"));
        using var first = Certified.BySelf(one, Certified.OfAuthority());
        using var second = first.Certify(two, Certified.OfAuthority());
        using var firstBySecond = second.Certify(one, Certified.OfAuthority(), key: first.Key);
        using var seal = second.Certify(Honest, Certified.OfSeal());
        await IsNotTakenAsync(seal.Key, seal.Der, second.Der, firstBySecond.Der);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_right_certificate_beside_a_forged_one_does_not_count(bool forgedFirst)
    {
        using var honest = root.Certify(Honest, Certified.OfSeal());
        using var forged = Certified.BySelf(Honest, Certified.OfSeal());
        await IsNotTakenAsync(forged.Key, forgedFirst ? [forged.Der, honest.Der, root.Der] : [honest.Der, forged.Der, root.Der]);
    }

    [Fact]
    public async Task A_chain_without_an_end_is_not_read()
    {
        using var seal = root.Certify(Honest, Certified.OfSeal());
        var report = await world.VerifyAsync(ForgedSeal.Make(seal.Key, [seal.Der, .. Enumerable.Repeat(root.Der, 40)]));
        Assert.NotNull(report.Rejection);
    }

    [Fact]
    public async Task A_certificate_of_a_megabyte_is_not_read()
    {
        using var seal = root.Certify(Honest, [.. Certified.OfSeal(), new X509Extension("1.2.3.4.5.6", new byte[1 << 20], critical: false)]);
        var report = await world.VerifyAsync(ForgedSeal.Make(seal.Key, seal.Der));
        Assert.NotNull(report.Rejection);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x30, 0x03, 0x02, 0x01, 0x01 })]
    [InlineData(new byte[] { 0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF })]
    public async Task What_is_no_certificate_is_not_read_as_one(byte[] der)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var report = await world.VerifyAsync(ForgedSeal.Make(key, der));
        Assert.NotNull(report.Rejection);
    }

    /// <summary>Authority Information Access names where the missing certificate lies (RFC 5280 §4.2.2.1). Whoever followed it would ask whatever a stranger names.</summary>
    [Fact]
    public async Task A_missing_authority_is_not_fetched_from_where_the_certificate_says()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)stranger.LocalEndpoint).Port}/middle.cer";
        using var middle = root.Certify(Middle, Certified.OfAuthority(0));
        using var seal = middle.Certify(Honest, [.. Certified.OfSeal(), new X509AuthorityInformationAccessExtension(ocspUris: null, caIssuersUris: [url])]);
        await IsNotTakenAsync(seal.Key, seal.Der);
        Assert.False(stranger.Pending());
    }

    private async Task IsNotTakenAsync(ECDsa key, params byte[][] certificates)
    {
        var report = await world.VerifyAsync(ForgedSeal.Make(key, certificates));

        Assert.True(report.Outcome is Outcome.Invalid or Outcome.Unconfirmed, $"{report.Outcome}:\n{string.Join('\n', report.Checks)}");
        Assert.False(report.Check(CheckIds.Proof).Outcome == CheckOutcome.Passed && report.Check(CheckIds.IssuerIdentity).Outcome == CheckOutcome.Passed);
        Assert.Empty(world.Fetched);
    }
}
