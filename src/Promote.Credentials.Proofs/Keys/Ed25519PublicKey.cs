using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A point of edwards25519.</summary>
internal sealed class Ed25519PublicKey : PublicKey
{
    private Ed25519PublicKey(ReadOnlySpan<byte> bytes)
        : base(KeyAlgorithm.Ed25519, bytes)
    {
    }

    /// <summary>RFC 8037 §3.1.</summary>
    public override string JwsAlgorithm => "EdDSA";

    /// <summary>Null for a wrong length, an encoding that is not canonical, or a point of small order.</summary>
    public static Ed25519PublicKey? TryCreate(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Ed25519Sizes.PublicKey && Ed25519Point.IsCanonical(bytes) && !Ed25519Point.HasSmallOrder(bytes)
            ? new Ed25519PublicKey(bytes)
            : null;

    /// <summary>The public part of a private key that a back end took.</summary>
    public static Ed25519PublicKey Of(IEd25519Key key) =>
        TryCreate(key.PublicKey) ?? throw new CryptographicException("The back end made an unusable public key.");

    /// <summary>RFC 8037 §2.</summary>
    public override void WriteJwkMembers(Utf8JsonWriter json)
    {
        json.WriteString("crv"u8, "Ed25519"u8);
        json.WriteString("kty"u8, "OKP"u8);
        json.WriteString("x"u8, Base64Url.EncodeToUtf8(Bytes.Span));
    }

    /// <summary>A wrong length, an S that is not reduced (RFC 8032 §5.1.7) and an R of small order are refused: each signature has one form.</summary>
    public override bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verify(Ed25519Backend.Current, data, signature);

    /// <summary>The same by a certain back end: the verdict does not depend on which.</summary>
    internal bool Verify(IEd25519 backend, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519Sizes.Signature
        && !Ed25519Point.HasSmallOrder(signature[..Ed25519Sizes.PublicKey])
        && backend.Verify(Bytes.Span, data, signature);

    internal override SubjectPublicKeyInfo.Parts ToSubjectPublicKeyInfo() => new(Oids.Ed25519, Curve: null, Bytes);
}
