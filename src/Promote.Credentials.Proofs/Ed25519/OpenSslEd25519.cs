using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>OpenSSL's libcrypto, by P/Invoke: .NET on Linux always brings it, so it is what is left where libsodium is not installed.</summary>
internal sealed partial class OpenSslEd25519 : IEd25519
{
    private const string Library = "libcrypto.so.3";

    /// <summary>EVP_PKEY_ED25519.</summary>
    private const int KeyType = 1087;

    private OpenSslEd25519()
    {
    }

    public string Name => "libcrypto";

    public static OpenSslEd25519? TryLoad() =>
        NativeLibrary.TryLoad(Library, typeof(OpenSslEd25519).Assembly, null, out _) ? new() : null;

    public IEd25519Key Import(ReadOnlySpan<byte> seed) => new OpenSslEd25519Key(seed);

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        nint key = EVP_PKEY_new_raw_public_key(KeyType, 0, publicKey, (nuint)publicKey.Length);
        nint context = EVP_MD_CTX_new();
        try
        {
            return EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
                && EVP_DigestVerify(context, signature, (nuint)signature.Length, data, (nuint)data.Length) == 1;
        }
        finally
        {
            EVP_MD_CTX_free(context);
            EVP_PKEY_free(key);
            ERR_clear_error();
        }
    }

    internal static nint NewPrivateKey(ReadOnlySpan<byte> seed) => EVP_PKEY_new_raw_private_key(KeyType, 0, seed, (nuint)seed.Length);

    [LibraryImport(Library)]
    private static partial nint EVP_PKEY_new_raw_private_key(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library)]
    private static partial nint EVP_PKEY_new_raw_public_key(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library)]
    internal static partial int EVP_PKEY_get_raw_public_key(nint key, Span<byte> publicKey, ref nuint length);

    [LibraryImport(Library)]
    internal static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Library)]
    internal static partial nint EVP_MD_CTX_new();

    [LibraryImport(Library)]
    internal static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Library)]
    internal static partial int EVP_DigestSignInit(nint context, nint keyContext, nint digest, nint engine, OpenSslEd25519Key key);

    [LibraryImport(Library)]
    internal static partial int EVP_DigestSign(nint context, Span<byte> signature, ref nuint signatureLength, ReadOnlySpan<byte> data, nuint length);

    [LibraryImport(Library)]
    private static partial int EVP_DigestVerifyInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [LibraryImport(Library)]
    private static partial int EVP_DigestVerify(nint context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> data, nuint length);

    [LibraryImport(Library)]
    private static partial void ERR_clear_error();
}
