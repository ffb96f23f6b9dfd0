using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>An authority that is not ours answers our query, and judges what we made of its answer.</summary>
[Trait("needs", "openssl")]
public sealed class OpenSslTimeStampTests(OpenSslAuthority authority) : IClassFixture<OpenSslAuthority>
{
    private readonly byte[] _seal = Seal();

    [FactNeedsOpenSsl]
    public void A_seal_with_a_token_of_openssl_is_of_level_BT()
    {
        TimeStampQuery query = Query();
        TimeStampAnswer answer = query.Read(authority.Reply(query.Der.Span));
        Assert.True(answer.Granted, answer.Detail);

        byte[] stamped = JadesSeal.WithSignatureTimeStamp(_seal, answer.Token.Span);
        Assert.True(JadesSeal.TryRead(stamped, out SealReading? seal, out string error), error);
        SealReport report = seal.Verify([authority.Anchor, DevelopmentSeals.Authority], answer.At!.Value);
        Assert.True(report.Intact.Holds, report.Intact.Sentence);
        Assert.Equal(SealLevel.Time, report.Level);
        Assert.Equal(answer.At, report.ProvenAt);
        Assert.Contains("TEST time authority", report.TimeStamped.Sentence, StringComparison.Ordinal);
        Assert.True(report.Anchored.Holds, report.Anchored.Sentence);
    }

    [FactNeedsOpenSsl]
    public void Openssl_accepts_the_token_that_stands_in_our_seal()
    {
        TimeStampQuery query = Query();
        (byte[] token, byte[] stamped) = OpenSslAuthority.TimeStampIn(JadesSeal.WithSignatureTimeStamp(_seal, query.Read(authority.Reply(query.Der.Span)).Token.Span));
        Assert.True(authority.Accepts(token, stamped));
        stamped[0] ^= 1;
        Assert.False(authority.Accepts(token, stamped));
    }

    [FactNeedsOpenSsl]
    public void An_answer_to_another_query_is_not_taken()
    {
        byte[] answer = authority.Reply(Query().Der.Span);
        Assert.False(Query().Read(answer).Granted);
        TimeStampQuery query = Query();
        byte[] own = authority.Reply(query.Der.Span);
        Assert.True(query.Read(own).Granted);
        Assert.False(query.Read((byte[])[.. own, 0]).Granted);
    }

    [FactNeedsOpenSsl]
    public void A_refusal_is_not_taken()
    {
        TimeStampAnswer answer = Query().Read(authority.Reply("no query"u8));
        Assert.False(answer.Granted);
        Assert.NotEmpty(answer.Detail);
    }

    [FactNeedsOpenSsl]
    public void An_answer_with_one_changed_byte_in_what_is_signed_is_not_taken()
    {
        TimeStampQuery query = Query();
        byte[] answer = authority.Reply(query.Der.Span);
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes((string)JsonNode.Parse(_seal)!["signatures"]![0]!["signature"]!));
        int place = answer.AsSpan().IndexOf(hash);
        Assert.True(place > 0);
        // The imprint, then the serial number behind it, then the last byte of the authority's signature.
        Assert.All([place, place + 34, answer.Length - 1], at =>
        {
            byte[] changed = [.. answer];
            changed[at] ^= 1;
            Assert.False(query.Read(changed).Granted);
        });
    }

    private TimeStampQuery Query() => TimeStampQuery.ForSignature(_seal, RandomNumberGenerator.GetBytes(16));

    private static byte[] Seal()
    {
        using SealKey key = DevelopmentSeals.Open(DevelopmentSeals.Rsa);
        return JadesSeal.Sign("""{"title":"Siguranță"}"""u8, key, DevelopmentSeals.Now);
    }
}
