using System.Formats.Asn1;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>SubjectPublicKeyInfo (RFC 5280 §4.1.2.7): what certificates, PEM files and PKCS#11 modules hold.</summary>
internal static class SubjectPublicKeyInfo
{
    public static PublicKey? TryRead(ReadOnlySpan<byte> der)
    {
        try
        {
            var reader = new AsnReader(der.ToArray(), AsnEncodingRules.DER);
            AsnReader info = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            AsnReader algorithm = info.ReadSequence();
            byte[] key = info.ReadBitString(out int unusedBits);
            info.ThrowIfNotEmpty();
            PublicKey? made = unusedBits == 0 ? Read(algorithm, key) : null;
            algorithm.ThrowIfNotEmpty();
            return made;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    public static byte[] Write(PublicKey key)
    {
        Parts parts = key.ToSubjectPublicKeyInfo();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(parts.Algorithm);
                if (parts.Curve is not null)
                {
                    writer.WriteObjectIdentifier(parts.Curve);
                }
                else if (parts.Algorithm == Oids.Rsa)
                {
                    writer.WriteNull();
                }
            }
            writer.WriteBitString(parts.Key.Span);
        }
        return writer.Encode();
    }

    private static PublicKey? Read(AsnReader algorithm, byte[] key)
    {
        switch (algorithm.ReadObjectIdentifier())
        {
            case Oids.Ed25519:
                return Ed25519PublicKey.TryCreate(key);
            case Oids.EcPublicKey:
                return EcCurve.FindOid(algorithm.ReadObjectIdentifier()) is { } curve ? ReadPoint(curve, key) : null;
            case Oids.Rsa:
                algorithm.ReadNull();
                return RsaPublicKey.TryCreate(key);
            default:
                return null;
        }
    }

    /// <summary>Both forms of SEC 1 §2.3.3, not the hybrid one.</summary>
    private static EcdsaPublicKey? ReadPoint(EcCurve curve, byte[] point) => point is [4, ..] && point.Length == (2 * curve.Size) + 1
        ? EcdsaPublicKey.TryCreate(curve, point.AsSpan(1, curve.Size), point.AsSpan(1 + curve.Size))
        : EcdsaPublicKey.TryCreate(curve, point);

    /// <summary>The object identifier of the algorithm, that of the curve where there is one, and the content of the bit string.</summary>
    internal readonly record struct Parts(string Algorithm, string? Curve, ReadOnlyMemory<byte> Key);
}
