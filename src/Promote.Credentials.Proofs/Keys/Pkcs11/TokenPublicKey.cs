using System.Formats.Asn1;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>Reads a public key object of a token (PKCS#11 3.0 Current Mechanisms §2.1.2, §2.3.3, §2.3.5).</summary>
internal static class TokenPublicKey
{
    /// <summary>CKA_EC_PARAMS of P-256: the OID 1.2.840.10045.3.1.7.</summary>
    private static ReadOnlySpan<byte> P256 => [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

    /// <summary>CKA_EC_PARAMS of Ed25519: the PrintableString edwards25519 …</summary>
    private static ReadOnlySpan<byte> Edwards25519Name => "\u0013\u000cedwards25519"u8;

    /// <summary>… or the OID 1.3.101.112 of RFC 8410.</summary>
    private static ReadOnlySpan<byte> Ed25519Oid => [0x06, 0x03, 0x2b, 0x65, 0x70];

    /// <summary>The key; null when it is of another kind than P-256, Ed25519 and RSA, or unusable.</summary>
    public static PublicKey? Read(Pkcs11Session session, nuint target) =>
        (CkKeyType?)session.ReadNumber(target, CkAttributeType.KeyType) switch
        {
            CkKeyType.Rsa => Rsa(session, target),
            CkKeyType.Ec or CkKeyType.EcEdwards => OnCurve(session, target),
            _ => null,
        };

    private static PublicKey? OnCurve(Pkcs11Session session, nuint target)
    {
        ReadOnlySpan<byte> curve = session.Read(target, CkAttributeType.EcParameters);
        ReadOnlySpan<byte> point = Unwrap(session.Read(target, CkAttributeType.EcPoint));
        return curve.SequenceEqual(P256) ? Make(KeyAlgorithm.P256, Compress(point))
            : curve.SequenceEqual(Edwards25519Name) || curve.SequenceEqual(Ed25519Oid) ? Make(KeyAlgorithm.Ed25519, point)
            : null;
    }

    /// <summary>The point, out of the DER OCTET STRING that the standard puts it in and some tokens do not.</summary>
    private static ReadOnlySpan<byte> Unwrap(ReadOnlySpan<byte> value) =>
        value.Length is 34 or 35 or 67 && value[0] == 0x04 && value[1] == value.Length - 2 ? value[2..] : value;

    /// <summary>An uncompressed point of P-256 (SEC 1 §2.3.3) as a compressed one; any other stays.</summary>
    private static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> point) =>
        point is [0x04, .. { Length: 64 } coordinates] ? (byte[])[(byte)(0x02 | (coordinates[^1] & 1)), .. coordinates[..32]] : point;

    /// <summary>As RSAPublicKey (RFC 8017 §A.1.1).</summary>
    private static PublicKey? Rsa(Pkcs11Session session, nuint target)
    {
        ReadOnlySpan<byte> modulus = session.Read(target, CkAttributeType.Modulus).AsSpan().TrimStart((byte)0);
        ReadOnlySpan<byte> exponent = session.Read(target, CkAttributeType.PublicExponent).AsSpan().TrimStart((byte)0);
        if (modulus.IsEmpty || exponent.IsEmpty)
        {
            return null;
        }
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(modulus);
            writer.WriteIntegerUnsigned(exponent);
        }
        return Make(KeyAlgorithm.Rsa, writer.Encode());
    }

    private static PublicKey? Make(KeyAlgorithm algorithm, ReadOnlySpan<byte> bytes) =>
        PublicKey.TryCreate(algorithm, bytes, out PublicKey? key) ? key : null;
}
