using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>Time-stamps that nobody else has to be asked for.</summary>
public sealed class TimeStampTests : IDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new("Stranger");
    private readonly byte[] _seal;

    public TimeStampTests()
    {
        using SealKey key = _authority.Issue();
        _seal = JadesSeal.Sign("{}"u8, key, Then);
    }

    [Fact]
    public void A_trusted_time_stamp_keeps_a_seal_anchored_after_its_certificate_has_expired()
    {
        SealReport report = Read(Stamped(_authority, Then, HandMadeToken.Purpose())).Verify([_authority.Anchor()], Later);
        Assert.True(report.Intact.Holds, report.Intact.Sentence);
        Assert.True(report.TimeStamped.Holds);
        Assert.Equal(SealLevel.Time, report.Level);
        Assert.Equal(Then, report.ProvenAt);
        Assert.True(report.Anchored.Holds, report.Anchored.Sentence);
        Assert.Contains("judged at the time of the time-stamp, 2026-06-01 10:00:00 UTC", report.Anchored.Sentence, StringComparison.Ordinal);
        Assert.False(Read(_seal).Verify([_authority.Anchor()], Later).Anchored.Holds);
    }

    /// <summary>Whoever stole an expired seal can make a clock of his own, but no anchored one.</summary>
    [Fact]
    public void A_time_stamp_of_a_stranger_proves_no_time()
    {
        SealReport report = Read(Stamped(_stranger, Then, HandMadeToken.Purpose())).Verify([_authority.Anchor()], Later);
        Assert.True(report.TimeStamped.Holds);
        Assert.Contains("leads to no configured trust anchor", report.TimeStamped.Sentence, StringComparison.Ordinal);
        Assert.Null(report.ProvenAt);
        Assert.False(report.Anchored.Holds);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("not critical")]
    [InlineData("server authentication")]
    public void A_token_of_a_certificate_that_is_not_for_time_stamping_breaks_the_seal(string purpose)
    {
        byte[] stamped = purpose switch
        {
            "none" => Forged(_authority, Then),
            "not critical" => Forged(_authority, Then, HandMadeToken.Purpose(critical: false)),
            _ => Forged(_authority, Then, HandMadeToken.Purpose(purpose: "1.3.6.1.5.5.7.3.1")),
        };
        SealReport report = Read(stamped).Verify([_authority.Anchor()], Then);
        Assert.False(report.Intact.Holds);
        Assert.False(report.TimeStamped.Holds);
        Assert.Contains("for time-stamping then", report.Intact.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_from_outside_the_years_of_its_certificate_breaks_the_seal() =>
        Assert.False(Read(Forged(_authority, Later, HandMadeToken.Purpose())).Verify([_authority.Anchor()], Then).Intact.Holds);

    [Fact]
    public void A_token_over_another_signature_is_not_added()
    {
        byte[] token = HandMadeToken.Make(_authority, "another"u8, Then, HandMadeToken.Purpose());
        Assert.Throws<ArgumentException>(() => JadesSeal.WithSignatureTimeStamp(_seal, token));
        Assert.Throws<ArgumentException>(() => JadesSeal.WithSignatureTimeStamp(_seal, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => JadesSeal.WithSignatureTimeStamp("{}"u8.ToArray(), token));
        Assert.Throws<ArgumentException>(() => JadesSeal.WithSignatureTimeStamp(Stamped(_authority, Then, HandMadeToken.Purpose()), token));
    }

    [Fact]
    public void A_time_stamp_changes_nothing_else_in_the_document()
    {
        JsonNode stamped = JsonNode.Parse(Stamped(_authority, Then, HandMadeToken.Purpose()))!;
        Assert.True(stamped["signatures"]![0]!.AsObject().Remove("header"));
        Assert.Equal(JsonNode.Parse(_seal)!.ToJsonString(), stamped.ToJsonString());
    }

    [Fact]
    public void A_query_needs_a_seal_and_a_nonce()
    {
        Assert.Throws<ArgumentException>(() => TimeStampQuery.ForSignature("{}"u8.ToArray(), new byte[16]));
        Assert.Throws<ArgumentException>(() => TimeStampQuery.ForSignature(_seal, new byte[4]));
    }

    [Fact]
    public void Nonsense_is_no_answer()
    {
        var query = TimeStampQuery.ForSignature(_seal, RandomNumberGenerator.GetBytes(16));
        Assert.All([[], [0x30], [0x30, 0x00], Encoding.ASCII.GetBytes("<html></html>"), RandomNumberGenerator.GetBytes(500)], (byte[] answer) => Assert.False(query.Read(answer).Granted));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    private byte[] Stamped(TestAuthority authority, DateTimeOffset at, params X509Extension[] extensions) =>
        JadesSeal.WithSignatureTimeStamp(_seal, Token(authority, at, extensions));

    /// <summary>The same without the check that the token is one.</summary>
    private byte[] Forged(TestAuthority authority, DateTimeOffset at, params X509Extension[] extensions)
    {
        SealReading seal = Read(_seal);
        string entry = SealDocument.SignatureTimeStamp(Token(authority, at, extensions));
        return SealDocument.Write(seal.Payload.Span, seal.ProtectedHeader, [entry], seal.SignatureText);
    }

    private byte[] Token(TestAuthority authority, DateTimeOffset at, X509Extension[] extensions) =>
        HandMadeToken.Make(authority, Read(_seal).Imprinted(TimeStampKind.Signature), at, extensions);

    private static SealReading Read(byte[] bytes) => JadesSeal.TryRead(bytes, out SealReading? seal, out string error) ? seal : throw new InvalidDataException(error);
}
