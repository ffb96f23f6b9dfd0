using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>The 64 bytes that libsodium signs with, in its guarded memory: locked, out of core dumps, wiped when freed.</summary>
internal sealed class SodiumEd25519Key : SafeHandle, IEd25519Key
{
    private const int SecretKeySize = 64;
    private readonly byte[] _publicKey = new byte[Ed25519Sizes.PublicKey];

    public SodiumEd25519Key(ReadOnlySpan<byte> seed)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        SetHandle(SodiumEd25519.sodium_malloc(SecretKeySize));
        if (IsInvalid || SodiumEd25519.crypto_sign_seed_keypair(_publicKey, handle, seed) != 0)
        {
            throw new CryptographicException("libsodium could not take the Ed25519 key.");
        }
    }

    public override bool IsInvalid => handle == 0;

    public ReadOnlySpan<byte> PublicKey => _publicKey;

    public void Sign(ReadOnlySpan<byte> data, Span<byte> signature)
    {
        if (SodiumEd25519.crypto_sign_detached(signature, signatureLength: 0, data, (ulong)data.Length, this) != 0)
        {
            throw new CryptographicException("libsodium could not sign.");
        }
    }

    protected override bool ReleaseHandle()
    {
        SodiumEd25519.sodium_free(handle);
        return true;
    }
}
