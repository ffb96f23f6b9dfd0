using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>
/// An electronic seal as Europass documents have it: JAdES (ETSI TS 119 182-1) in the JWS general JSON serialization, with the document
/// as readable text inside (RFC 7797, <c>b64</c>: false).
/// </summary>
public static class JadesSeal
{
    /// <summary>Most bytes of a sealed document where the caller names no other limit: official ones have up to 1.2 MB.</summary>
    public const int DefaultMaxBytes = 2 * 1024 * 1024;

    /// <summary>
    /// Reads a sealed document: exactly the members that a seal has, one signature, a header that names the signer's certificate. The first
    /// thing that is wrong is told in <paramref name="error"/>. Nothing is verified yet.
    /// </summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out SealReading? seal, out string error, int maxBytes = DefaultMaxBytes)
    {
        try
        {
            seal = SealReader.Read(utf8, maxBytes);
            error = "";
        }
        catch (MalformedSealException malformed)
        {
            seal = null;
            error = malformed.Message;
        }
        return seal is not null;
    }

    /// <summary>Level B-T of a seal of level B-B: adds the token over its signature that <see cref="TimeStampQuery"/> asked for.</summary>
    /// <exception cref="ArgumentException">The bytes are no seal, it has a time-stamp already, or the token is not over its signature.</exception>
    public static byte[] WithSignatureTimeStamp(ReadOnlyMemory<byte> seal, ReadOnlySpan<byte> token)
    {
        if (!TryRead(seal, out SealReading? read, out string error))
        {
            throw new ArgumentException(error, nameof(seal));
        }
        if (read.Entries.Count > 0)
        {
            throw new ArgumentException("The seal has a time-stamp already.", nameof(seal));
        }
        return TimeStampToken.TryRead(token.ToArray(), out TimeStampToken? known) && known.IsOver(read.Imprinted(TimeStampKind.Signature))
            ? SealDocument.Write(read.Payload.Span, read.ProtectedHeader, [SealDocument.SignatureTimeStamp(token)], read.SignatureText)
            : throw new ArgumentException("The token is not a time-stamp over the seal's signature.", nameof(token));
    }

    /// <summary>Seals a text, which is the payload byte for byte: level B-B.</summary>
    /// <exception cref="ArgumentException">The payload is not UTF-8.</exception>
    internal static byte[] Sign(ReadOnlySpan<byte> payloadUtf8, SealKey key, DateTimeOffset signingTime)
    {
        string header = SealHeader.Write(key, signingTime);
        byte[] signature = key.Sign(SealDocument.SigningInput(header, payloadUtf8));
        return SealDocument.Write(payloadUtf8, header, [], Base64Url.EncodeToString(signature));
    }
}
