using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>An Ed25519 key from an encrypted file, as <c>openssl genpkey -algorithm ed25519 -aes256</c> writes it.</summary>
public sealed class Ed25519FileKey : SigningKey
{
    private const string PemLabel = "ENCRYPTED PRIVATE KEY";

    /// <summary>id-Ed25519 (RFC 8410 §3).</summary>
    private const string Ed25519Oid = "1.3.101.112";

    private readonly IEd25519Key _key;

    private Ed25519FileKey(IEd25519Key key)
        : base(PublicKey.Of(key)) => _key = key;

    /// <inheritdoc/>
    public override bool IsDevelopment => false;

    /// <summary>Opens the <c>ENCRYPTED PRIVATE KEY</c> of a PEM text (RFC 7468 §11, RFC 5958 §3).</summary>
    /// <exception cref="CryptographicException">There is no such block, the password is wrong, or the key is not Ed25519.</exception>
    public static Ed25519FileKey FromEncryptedPkcs8Pem(string pem, ReadOnlySpan<char> password)
    {
        Pkcs8PrivateKeyInfo info = Pkcs8PrivateKeyInfo.DecryptAndDecode(password, Decode(pem), out _);
        if (info.AlgorithmId.Value != Ed25519Oid)
        {
            throw new CryptographicException("The file holds a key that is not Ed25519.");
        }
        Span<byte> seed = stackalloc byte[Ed25519Sizes.Seed];
        try
        {
            // RFC 8410 §7: the private key is an OCTET STRING inside the OCTET STRING of PKCS#8.
            bool read = AsnDecoder.TryReadOctetString(info.PrivateKeyBytes.Span, seed, AsnEncodingRules.DER, out _, out int written);
            return read && written == seed.Length
                ? new Ed25519FileKey(Ed25519Backend.Current.Import(seed))
                : throw new CryptographicException("The file's Ed25519 key is not 32 bytes long.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
            Wipe(info.PrivateKeyBytes);
        }
    }

    /// <inheritdoc/>
    internal override byte[] Sign(ReadOnlySpan<byte> data)
    {
        byte[] signature = new byte[Ed25519Sizes.Signature];
        _key.Sign(data, signature);
        return signature;
    }

    /// <inheritdoc/>
    public override void Dispose() => _key.Dispose();

    private static byte[] Decode(string pem)
    {
        ReadOnlySpan<char> rest = pem;
        while (PemEncoding.TryFind(rest, out PemFields fields))
        {
            if (rest[fields.Label].SequenceEqual(PemLabel))
            {
                return Convert.FromBase64String(rest[fields.Base64Data].ToString());
            }
            rest = rest[fields.Location.End..];
        }
        throw new CryptographicException($"The file has no block \"{PemLabel}\": keep signing keys encrypted.");
    }

    /// <summary>PKCS#8 has no Dispose; the array behind it is ours alone.</summary>
    private static void Wipe(ReadOnlyMemory<byte> secret)
    {
        if (System.Runtime.InteropServices.MemoryMarshal.TryGetArray(secret, out ArraySegment<byte> array))
        {
            CryptographicOperations.ZeroMemory(array);
        }
    }
}
