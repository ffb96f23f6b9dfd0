using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>
/// A key that checks signatures. Only keys whose signatures mean something can be made: see <see cref="TryCreate"/>.
/// Parsed once; safe for many threads.
/// </summary>
public abstract class PublicKey
{
    private readonly byte[] _bytes;
    private readonly Lazy<string> _multikey;
    private readonly Lazy<string> _thumbprint;

    private protected PublicKey(KeyAlgorithm algorithm, ReadOnlySpan<byte> bytes)
    {
        Algorithm = algorithm;
        _bytes = bytes.ToArray();
        _multikey = new(() => Keys.Multikey.Write(this));
        _thumbprint = new(ComputeThumbprint);
    }

    /// <summary>What the key computes with.</summary>
    public KeyAlgorithm Algorithm { get; }

    /// <summary>The only value of a JWS header's <c>alg</c> that this key accepts: <c>EdDSA</c>, <c>ES256</c>, <c>ES384</c> or <c>RS256</c>.</summary>
    public abstract string JwsAlgorithm { get; }

    /// <summary>
    /// The key as a Multikey holds it. Ed25519: the 32 bytes of RFC 8032 §5.1.2. P-256, P-384: the compressed point (SEC 1 §2.3.3).
    /// RSA: the DER of RSAPublicKey (RFC 8017 §A.1.1).
    /// </summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The key as in <c>publicKeyMultibase</c> (Controlled Identifiers 1.0 §2.2.2): <c>z6Mk…</c> for Ed25519, <c>zDn…</c> for P-256, <c>z82…</c> for P-384.</summary>
    public string Multikey => _multikey.Value;

    /// <summary>The JWK thumbprint (RFC 7638) with SHA-256 in base64url: 43 characters that name the key.</summary>
    public string Thumbprint => _thumbprint.Value;

    /// <summary>
    /// Makes a key of its <see cref="Bytes"/>. False for a wrong length, a second encoding of the same key, a point of small order or off
    /// its curve, and for an RSA modulus outside 2048 to 4096 bits or an RSA exponent that is even or below 3.
    /// </summary>
    public static bool TryCreate(KeyAlgorithm algorithm, ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PublicKey? key)
    {
        key = algorithm switch
        {
            KeyAlgorithm.Ed25519 => Ed25519PublicKey.TryCreate(bytes),
            KeyAlgorithm.P256 => EcdsaPublicKey.TryCreate(EcCurve.P256, bytes),
            KeyAlgorithm.P384 => EcdsaPublicKey.TryCreate(EcCurve.P384, bytes),
            KeyAlgorithm.Rsa => RsaPublicKey.TryCreate(bytes),
            _ => null,
        };
        return key is not null;
    }

    /// <summary>Reads a <c>publicKeyMultibase</c>: base58btc, a multicodec header known here, the key. False for anything else.</summary>
    public static bool TryFromMultikey(string multikey, [NotNullWhen(true)] out PublicKey? key) => Keys.Multikey.TryRead(multikey, out key);

    /// <summary>
    /// Reads a public JWK (RFC 7517, RFC 7518 §6, RFC 8037 §2). False for a private one, a kind of key not known here, a member that is
    /// not base64url in its one form, and for a key that its <c>use</c>, <c>key_ops</c> or <c>alg</c> means for something else.
    /// </summary>
    public static bool TryFromJwk(JsonElement jwk, [NotNullWhen(true)] out PublicKey? key)
    {
        key = PublicJwk.TryRead(jwk);
        return key is not null;
    }

    /// <summary>Reads the DER of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). False for a kind of key not known here and for bytes that are not DER.</summary>
    public static bool TryFromSubjectPublicKeyInfo(ReadOnlySpan<byte> der, [NotNullWhen(true)] out PublicKey? key)
    {
        key = SubjectPublicKeyInfo.TryRead(der);
        return key is not null;
    }

    /// <summary>Writes the members of the key's JWK that RFC 7638 §3.2 requires, in its order, into an object that the caller opened.</summary>
    public abstract void WriteJwkMembers(Utf8JsonWriter json);

    /// <summary>The key as a PEM block <c>PUBLIC KEY</c> (RFC 7468 §13), without a line break behind it.</summary>
    public string ToPem() => PemEncoding.WriteString("PUBLIC KEY", SubjectPublicKeyInfo.Write(this));

    /// <summary>
    /// Whether <paramref name="signature"/> over <paramref name="data"/> is of this key. Ed25519: 64 bytes, a reduced S, no R of small
    /// order. ECDSA: r and s at full length, 64 or 96 bytes. RSA: as long as the modulus.
    /// </summary>
    public abstract bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <summary>Writes what stands for the key in a SubjectPublicKeyInfo.</summary>
    internal abstract SubjectPublicKeyInfo.Parts ToSubjectPublicKeyInfo();

    /// <summary>The Multikey.</summary>
    public override string ToString() => Multikey;

    private string ComputeThumbprint()
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            WriteJwkMembers(json);
            json.WriteEndObject();
        }
        return Base64Url.EncodeToString(SHA256.HashData(output.WrittenSpan));
    }
}
