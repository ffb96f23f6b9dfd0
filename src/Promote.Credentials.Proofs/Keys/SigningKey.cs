namespace Promote.Credentials.Proofs.Keys;

/// <summary>
/// A private key that the service signs with. Outside this library and Formats nobody can call it: the only way to a signature
/// is a document that the linter accepted.
/// </summary>
public abstract class SigningKey : IDisposable
{
    private protected SigningKey(PublicKey publicKey) => PublicKey = publicKey;

    /// <summary>What checks this key's signatures.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>Whether the private part is published in <c>keys-dev/</c>, so that a start in Production must refuse the key.</summary>
    public abstract bool IsDevelopment { get; }

    /// <summary>
    /// Signs <paramref name="data"/> in the form that <see cref="PublicKey.Verify"/> of its public key takes. Ed25519: 64 bytes over the data
    /// (RFC 8032 §5.1.6). P-256, P-384: the data is hashed, r and s follow at full length. RSA: PKCS #1 v1.5 over the SHA-256.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    internal abstract byte[] Sign(ReadOnlySpan<byte> data);

    /// <summary>Wipes the private part; a later <see cref="Sign"/> throws.</summary>
    public abstract void Dispose();
}
