using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A key from an encrypted file, as <c>openssl genpkey -algorithm ed25519 -aes256</c> writes it; also P-256, P-384 and RSA.</summary>
public sealed class Pkcs8FileKey : SigningKey
{
    private const string PemLabel = "ENCRYPTED PRIVATE KEY";

    private readonly PrivateKey _key;

    private Pkcs8FileKey(PrivateKey key)
        : base(key.PublicKey) => _key = key;

    /// <inheritdoc/>
    public override bool IsDevelopment => false;

    /// <summary>Opens the <c>ENCRYPTED PRIVATE KEY</c> of a PEM text (RFC 7468 §11, RFC 5958 §3).</summary>
    /// <exception cref="CryptographicException">There is no such block, the password is wrong, or the key is of no kind known here.</exception>
    public static Pkcs8FileKey FromEncryptedPkcs8Pem(string pem, ReadOnlySpan<char> password) =>
        new(PrivateKeyImport.ReadEncrypted(Decode(pem), password));

    /// <inheritdoc/>
    internal override byte[] Sign(ReadOnlySpan<byte> data) => _key.Sign(data);

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
}
