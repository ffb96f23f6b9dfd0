using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>The question to a time-stamping authority (RFC 3161 §2.4.1) for what makes a seal one of level B-T, and the reading of its answer.</summary>
public sealed class TimeStampQuery
{
    private readonly Rfc3161TimestampRequest _request;

    private TimeStampQuery(Rfc3161TimestampRequest request)
    {
        _request = request;
        Der = request.Encode();
    }

    /// <summary>What is sent, as <c>application/timestamp-query</c> (§3.4).</summary>
    public ReadOnlyMemory<byte> Der { get; }

    /// <summary>Asks for a token over the seal's signature as it stands in the document (ETSI TS 119 182-1 §5.3.4), by SHA-256, with the authority's certificate.</summary>
    /// <param name="seal">A sealed document.</param>
    /// <param name="nonce">Random bytes, at least eight: the answer has to repeat them, so an old one is not taken.</param>
    /// <exception cref="ArgumentException">The bytes are no seal, or the nonce is short.</exception>
    public static TimeStampQuery ForSignature(ReadOnlyMemory<byte> seal, ReadOnlyMemory<byte> nonce)
    {
        if (!JadesSeal.TryRead(seal, out SealReading? read, out string error))
        {
            throw new ArgumentException(error, nameof(seal));
        }
        return nonce.Length >= 8
            ? new TimeStampQuery(Rfc3161TimestampRequest.CreateFromData(
                read.Imprinted(TimeStampKind.Signature), HashAlgorithmName.SHA256, requestedPolicyId: null, nonce, requestSignerCertificates: true))
            : throw new ArgumentException("A nonce has eight bytes at least.", nameof(nonce));
    }

    /// <summary>Reads the answer. Nothing in it makes this throw.</summary>
    public TimeStampAnswer Read(ReadOnlyMemory<byte> answer)
    {
        try
        {
            Rfc3161TimestampToken token = _request.ProcessResponse(answer, out int consumed);
            if (consumed != answer.Length)
            {
                return TimeStampAnswer.Refused("The authority's answer has bytes behind its end.");
            }
            if (!token.VerifySignatureForHash(_request.GetMessageHash().Span, HashAlgorithmName.SHA256, out X509Certificate2? authority))
            {
                return TimeStampAnswer.Refused("The token is not signed by a certificate for time-stamping that is valid at its time.");
            }
            using (authority)
            {
                DateTimeOffset at = token.TokenInfo.Timestamp;
                return new TimeStampAnswer(true, TokenIn(answer), at, $"\"{SealSubject.NameIn(authority)}\" stamped it on {TimeStampToken.Instant(at)}.");
            }
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return TimeStampAnswer.Refused($"The authority's answer is no token over what was asked for, or a refusal: {exception.Message}");
        }
    }

    /// <summary>TimeStampResp (§2.4.2): the status, then the token, taken as it came.</summary>
    private static ReadOnlyMemory<byte> TokenIn(ReadOnlyMemory<byte> answer)
    {
        AsnReader response = new AsnReader(answer, AsnEncodingRules.BER).ReadSequence();
        response.ReadEncodedValue();
        return response.ReadEncodedValue();
    }
}
