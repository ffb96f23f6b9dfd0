namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>A private key held by its back end, outside managed memory, wiped on dispose. Safe for many threads.</summary>
internal interface IEd25519Key : IDisposable
{
    /// <summary>The 32 bytes of the public key.</summary>
    ReadOnlySpan<byte> PublicKey { get; }

    /// <summary>Writes the 64 bytes of the signature over <paramref name="data"/>.</summary>
    void Sign(ReadOnlySpan<byte> data, Span<byte> signature);
}
