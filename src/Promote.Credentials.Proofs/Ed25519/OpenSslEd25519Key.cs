using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>An EVP_PKEY, made once a key; OpenSSL wipes its private bytes when freed.</summary>
internal sealed class OpenSslEd25519Key : SafeHandle, IEd25519Key
{
    private readonly byte[] _publicKey = new byte[Ed25519Sizes.PublicKey];

    public OpenSslEd25519Key(ReadOnlySpan<byte> seed)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        SetHandle(OpenSslEd25519.NewPrivateKey(seed));
        nuint length = Ed25519Sizes.PublicKey;
        if (IsInvalid || OpenSslEd25519.EVP_PKEY_get_raw_public_key(handle, _publicKey, ref length) != 1)
        {
            throw new CryptographicException("libcrypto could not take the Ed25519 key.");
        }
    }

    public override bool IsInvalid => handle == 0;

    public ReadOnlySpan<byte> PublicKey => _publicKey;

    public void Sign(ReadOnlySpan<byte> data, Span<byte> signature)
    {
        nint context = OpenSslEd25519.EVP_MD_CTX_new();
        try
        {
            nuint length = (nuint)signature.Length;
            if (OpenSslEd25519.EVP_DigestSignInit(context, 0, 0, 0, this) != 1
                || OpenSslEd25519.EVP_DigestSign(context, signature, ref length, data, (nuint)data.Length) != 1)
            {
                throw new CryptographicException("libcrypto could not sign.");
            }
        }
        finally
        {
            OpenSslEd25519.EVP_MD_CTX_free(context);
        }
    }

    protected override bool ReleaseHandle()
    {
        OpenSslEd25519.EVP_PKEY_free(handle);
        return true;
    }
}
