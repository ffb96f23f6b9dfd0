using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>PKCS #8 → private key, for every file that holds one. What was read is wiped.</summary>
internal static class PrivateKeyImport
{
    /// <exception cref="CryptographicException">The password is wrong, or the key is of no kind known here.</exception>
    public static PrivateKey ReadEncrypted(ReadOnlyMemory<byte> encryptedPkcs8, ReadOnlySpan<char> password) =>
        Read(Pkcs8PrivateKeyInfo.DecryptAndDecode(password, encryptedPkcs8, out _));

    /// <exception cref="CryptographicException">The key is of no kind known here, or its halves do not belong together: the framework checks that.</exception>
    public static PrivateKey Read(Pkcs8PrivateKeyInfo info)
    {
        try
        {
            return info.AlgorithmId.Value switch
            {
                Oids.Ed25519 => ReadSeed(info.PrivateKeyBytes.Span),
                Oids.EcPublicKey => new EcdsaPrivateKey(Import(ECDsa.Create(), info)),
                Oids.Rsa => new RsaPrivateKey(Import(RSA.Create(), info)),
                _ => throw new CryptographicException("The file holds a key that is neither Ed25519, P-256, P-384 nor RSA."),
            };
        }
        finally
        {
            Wipe(info.PrivateKeyBytes);
        }
    }

    /// <summary>RFC 8410 §7: the private key is an OCTET STRING inside the OCTET STRING of PKCS #8.</summary>
    private static Ed25519PrivateKey ReadSeed(ReadOnlySpan<byte> octetString)
    {
        Span<byte> seed = stackalloc byte[Ed25519Sizes.Seed];
        bool read = AsnDecoder.TryReadOctetString(octetString, seed, AsnEncodingRules.DER, out int consumed, out int written)
            && consumed == octetString.Length;
        return Ed25519PrivateKey.FromSeed(seed[..(read ? written : 0)]);
    }

    private static T Import<T>(T key, Pkcs8PrivateKeyInfo info)
        where T : AsymmetricAlgorithm
    {
        byte[] der = info.Encode();
        try
        {
            key.ImportPkcs8PrivateKey(der, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }

    /// <summary>PKCS #8 has no Dispose; the array behind it is ours alone.</summary>
    private static void Wipe(ReadOnlyMemory<byte> secret)
    {
        if (MemoryMarshal.TryGetArray(secret, out ArraySegment<byte> array))
        {
            CryptographicOperations.ZeroMemory(array);
        }
    }
}
