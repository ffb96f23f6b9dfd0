using System.Security.Cryptography;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>An Ed25519 key in the memory of the library that computes with it.</summary>
internal sealed class Ed25519PrivateKey : PrivateKey
{
    private readonly IEd25519Key _key;

    private Ed25519PrivateKey(IEd25519Key key)
        : base(Ed25519PublicKey.Of(key)) => _key = key;

    /// <summary>The key of a 32-byte seed; the seed is wiped.</summary>
    public static Ed25519PrivateKey FromSeed(Span<byte> seed)
    {
        try
        {
            return seed.Length == Ed25519Sizes.Seed
                ? new Ed25519PrivateKey(Ed25519Backend.Current.Import(seed))
                : throw new CryptographicException("The Ed25519 key is not 32 bytes long.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    public override byte[] Sign(ReadOnlySpan<byte> data)
    {
        byte[] signature = new byte[Ed25519Sizes.Signature];
        _key.Sign(data, signature);
        return signature;
    }

    public override void Dispose() => _key.Dispose();
}
