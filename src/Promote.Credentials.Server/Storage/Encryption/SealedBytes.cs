using System.Security.Cryptography;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>
/// AES-256-GCM in one piece: version, nonce, ciphertext, tag. The associated data names the place where the bytes are kept,
/// so that a value that was copied to another row or column does not open.
/// </summary>
internal static class SealedBytes
{
    public const int KeyBytes = 32;
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + NonceBytes;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var result = new byte[HeadBytes + plain.Length + TagBytes];
        result[0] = Version;
        var nonce = result.AsSpan(1, NonceBytes);
        // Random nonces are safe for 2^32 values under one key (NIST SP 800-38D, section 8.3); a learner has a handful.
        RandomNumberGenerator.Fill(nonce);
        // AesGcm keeps state of OpenSSL and is not for several threads, so none is shared.
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, result.AsSpan(HeadBytes, plain.Length), result.AsSpan(HeadBytes + plain.Length), place);
        return result;
    }

    /// <exception cref="CryptographicException">Another key, another place, or changed bytes.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> place)
    {
        if (sealedBytes.Length < HeadBytes + TagBytes || sealedBytes[0] != Version)
        {
            throw new CryptographicException("The bytes were not written by this version of the store.");
        }

        var plain = new byte[sealedBytes.Length - HeadBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(sealedBytes.Slice(1, NonceBytes), sealedBytes.Slice(HeadBytes, plain.Length), sealedBytes[^TagBytes..], plain, place);
        return plain;
    }
}
