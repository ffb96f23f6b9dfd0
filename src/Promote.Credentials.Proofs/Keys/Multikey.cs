using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.LinkedData;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>Multikey (Controlled Identifiers 1.0 §2.2.2): the varint of a multicodec code, then the key, in base58btc.</summary>
internal static class Multikey
{
    /// <summary>ed25519-pub 0xed, p256-pub 0x1200, p384-pub 0x1201, rsa-pub 0x1205.</summary>
    private static readonly (KeyAlgorithm Algorithm, byte[] Header)[] Headers =
    [
        (KeyAlgorithm.Ed25519, [0xed, 0x01]),
        (KeyAlgorithm.P256, [0x80, 0x24]),
        (KeyAlgorithm.P384, [0x81, 0x24]),
        (KeyAlgorithm.Rsa, [0x85, 0x24]),
    ];

    public static string Write(PublicKey key) =>
        Multibase.Base58Btc([.. Array.Find(Headers, header => header.Algorithm == key.Algorithm).Header, .. key.Bytes.Span]);

    public static bool TryRead(string multikey, [NotNullWhen(true)] out PublicKey? key)
    {
        ArgumentNullException.ThrowIfNull(multikey);
        key = null;
        if (!multikey.StartsWith('z') || !Multibase.TryDecode(multikey, out byte[] bytes))
        {
            return false;
        }
        (KeyAlgorithm algorithm, byte[]? header) = Array.Find(Headers, known => bytes.AsSpan().StartsWith(known.Header));
        return header is not null && PublicKey.TryCreate(algorithm, bytes.AsSpan(header.Length), out key);
    }
}
