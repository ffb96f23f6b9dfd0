using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.LinkedData;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A key that checks signatures. Only keys whose signatures mean something can be made: see <see cref="TryCreate"/>.</summary>
public sealed class PublicKey
{
    /// <summary>The multicodec code ed25519-pub (0xed) as a varint, which a Multikey puts before the 32 bytes.</summary>
    private static ReadOnlySpan<byte> Ed25519Header => [0xed, 0x01];

    private readonly byte[] _bytes;

    private PublicKey(KeyAlgorithm algorithm, byte[] bytes)
    {
        Algorithm = algorithm;
        _bytes = bytes;
        Multikey = Multibase.Base58Btc([.. Ed25519Header, .. bytes]);
    }

    /// <summary>What the key computes with.</summary>
    public KeyAlgorithm Algorithm { get; }

    /// <summary>The raw key: for Ed25519 the 32 bytes of RFC 8032 §5.1.2.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The key as in <c>publicKeyMultibase</c> (Controlled Identifiers 1.0 §2.2.2): <c>z6Mk…</c> for Ed25519.</summary>
    public string Multikey { get; }

    /// <summary>Makes a key of its raw bytes; false for a wrong length, an encoding that is not canonical, or a point of small order.</summary>
    public static bool TryCreate(KeyAlgorithm algorithm, ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PublicKey? key)
    {
        bool usable = algorithm == KeyAlgorithm.Ed25519
            && bytes.Length == Ed25519Sizes.PublicKey
            && Ed25519Point.IsCanonical(bytes)
            && !Ed25519Point.HasSmallOrder(bytes);
        key = usable ? new PublicKey(algorithm, bytes.ToArray()) : null;
        return usable;
    }

    /// <summary>The public part of a private key that a back end took.</summary>
    internal static PublicKey Of(IEd25519Key key) => TryCreate(KeyAlgorithm.Ed25519, key.PublicKey, out PublicKey? made)
        ? made
        : throw new System.Security.Cryptography.CryptographicException("The back end made an unusable public key.");

    /// <summary>Reads a <c>publicKeyMultibase</c>: base58btc, header 0xed01, 32 bytes. False for anything else.</summary>
    public static bool TryFromMultikey(string multikey, [NotNullWhen(true)] out PublicKey? key)
    {
        ArgumentNullException.ThrowIfNull(multikey);
        key = null;
        return multikey.StartsWith('z')
            && Multibase.TryDecode(multikey, out byte[] bytes)
            && bytes.AsSpan().StartsWith(Ed25519Header)
            && TryCreate(KeyAlgorithm.Ed25519, bytes.AsSpan(Ed25519Header.Length), out key);
    }

    /// <summary>
    /// Whether <paramref name="signature"/> over <paramref name="data"/> is of this key. A wrong length, an S that is not reduced
    /// (RFC 8032 §5.1.7) and an R of small order are refused: each signature has one form.
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verify(Ed25519Backend.Current, data, signature);

    /// <summary>The same by a certain back end: the verdict does not depend on which.</summary>
    internal bool Verify(IEd25519 backend, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519Sizes.Signature
        && !Ed25519Point.HasSmallOrder(signature[..Ed25519Sizes.PublicKey])
        && backend.Verify(_bytes, data, signature);

    /// <summary>The Multikey.</summary>
    public override string ToString() => Multikey;
}
