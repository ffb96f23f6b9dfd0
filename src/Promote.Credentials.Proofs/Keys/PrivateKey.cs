using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>
/// A private key in this process's memory: what the back ends that read one from a file have in common. Safe for many threads.
/// </summary>
internal abstract class PrivateKey(PublicKey publicKey) : IDisposable
{
    public PublicKey PublicKey { get; } = publicKey;

    /// <summary>See <see cref="SigningKey.Sign"/>.</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> data);

    public abstract void Dispose();

    /// <summary>The public part of a key that the framework took.</summary>
    /// <exception cref="CryptographicException">The kind or size of key is not known here.</exception>
    private protected static PublicKey PublicPart(AsymmetricAlgorithm key) =>
        PublicKey.TryFromSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out PublicKey? made)
            ? made
            : throw new CryptographicException("The key is neither of P-256 nor P-384, nor RSA of 2048 to 4096 bits.");
}
