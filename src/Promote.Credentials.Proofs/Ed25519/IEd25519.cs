namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>A library that computes Ed25519 (RFC 8032 §5.1). Arguments have the right lengths; <see cref="Keys.PublicKey"/> checked the points.</summary>
internal interface IEd25519
{
    string Name { get; }

    /// <summary>Takes a copy of the 32-byte private seed and keeps it ready for signing.</summary>
    IEd25519Key Import(ReadOnlySpan<byte> seed);

    /// <summary>Whether <paramref name="signature"/> (64 bytes) is right; a scalar S that is not reduced is refused (RFC 8032 §5.1.7 step 1).</summary>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}
