using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A point of P-256 or P-384, never the point at infinity.</summary>
internal sealed class EcdsaPublicKey : PublicKey
{
    // Finding the other coordinate is a square root, which costs three signatures; an issuer's key is met again and again.
    private const int MostRecent = 512;
    private static readonly ConcurrentDictionary<string, EcdsaPublicKey> Recent = new(StringComparer.Ordinal);

    private readonly EcCurve _curve;
    private readonly ECPoint _point;

    // One native key for all threads: after the import, verifying changes nothing in it.
    private readonly ECDsa _ecdsa;

    private EcdsaPublicKey(EcCurve curve, ReadOnlySpan<byte> compressed, ECPoint point)
        : base(curve.Algorithm, compressed)
    {
        _curve = curve;
        _point = point;
        _ecdsa = ECDsa.Create(new ECParameters { Curve = curve.Parameters, Q = point });
    }

    public override string JwsAlgorithm => _curve.JwsAlgorithm;

    /// <summary>Null for bytes that are not the compressed form of a point on the curve.</summary>
    public static EcdsaPublicKey? TryCreate(EcCurve curve, ReadOnlySpan<byte> compressed)
    {
        string name = Convert.ToHexString(compressed);
        if (Recent.TryGetValue(name, out EcdsaPublicKey? known))
        {
            return known;
        }
        if (curve.TryDecompress(compressed) is not { } point)
        {
            return null;
        }
        if (Recent.Count >= MostRecent)
        {
            Recent.Clear();
        }
        return Recent[name] = new EcdsaPublicKey(curve, compressed, point);
    }

    /// <summary>Null where a coordinate has another length than the curve's, or the point is not on the curve.</summary>
    public static EcdsaPublicKey? TryCreate(EcCurve curve, ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) =>
        x.Length == curve.Size
        && y.Length == curve.Size
        && TryCreate(curve, EcCurve.Compress(x, y)) is { } key
        && y.SequenceEqual(key._point.Y)
            ? key
            : null;

    /// <summary>RFC 7518 §6.2.1.</summary>
    public override void WriteJwkMembers(Utf8JsonWriter json)
    {
        json.WriteString("crv"u8, _curve.Name);
        json.WriteString("kty"u8, "EC"u8);
        json.WriteString("x"u8, Base64Url.EncodeToUtf8(_point.X));
        json.WriteString("y"u8, Base64Url.EncodeToUtf8(_point.Y));
    }

    /// <summary>RFC 7518 §3.4: r and s, each at full length.</summary>
    public override bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == 2 * _curve.Size
        && _ecdsa.VerifyData(data, signature, _curve.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The point uncompressed, which every reader takes (RFC 5480 §2.2).</summary>
    internal override SubjectPublicKeyInfo.Parts ToSubjectPublicKeyInfo() =>
        new(Oids.EcPublicKey, _curve.Oid, (byte[])[4, .. _point.X!, .. _point.Y!]);
}
