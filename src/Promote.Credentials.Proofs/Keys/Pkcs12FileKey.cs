using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>The key of a PKCS #12 file (RFC 7292), <c>.p12</c> or <c>.pfx</c>: how trust services hand out seals.</summary>
public sealed class Pkcs12FileKey : SigningKey
{
    private readonly PrivateKey _key;

    private Pkcs12FileKey(PrivateKey key, IReadOnlyList<ReadOnlyMemory<byte>> certificates)
        : base(key.PublicKey)
    {
        _key = key;
        Certificates = certificates;
    }

    /// <inheritdoc/>
    public override bool IsDevelopment => false;

    /// <summary>The file's certificates in DER, the key's own first; empty where the file has none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>Opens a file by its password, which protects both its integrity and its key.</summary>
    /// <exception cref="CryptographicException">
    /// The password is wrong, the file was changed, it does not hold exactly one key, none of its certificates is of that key, or the
    /// key is of no kind known here.
    /// </exception>
    public static Pkcs12FileKey FromPkcs12(ReadOnlyMemory<byte> file, ReadOnlySpan<char> password)
    {
        List<Pkcs12SafeBag> bags = OpenBags(file, password);
        Pkcs12SafeBag[] keys = [.. bags.Where(bag => bag is Pkcs12ShroudedKeyBag or Pkcs12KeyBag)];
        if (keys is not [Pkcs12ShroudedKeyBag bag])
        {
            throw new CryptographicException($"The file holds {keys.Length} keys, or one that is not encrypted by itself: give it exactly one.");
        }
        PrivateKey key = PrivateKeyImport.ReadEncrypted(bag.EncryptedPkcs8PrivateKey, password);
        try
        {
            return new Pkcs12FileKey(key, Order([.. bags.OfType<Pkcs12CertBag>().Where(cert => cert.IsX509Certificate)], key.PublicKey));
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    internal override byte[] Sign(ReadOnlySpan<byte> data) => _key.Sign(data);

    /// <inheritdoc/>
    public override void Dispose() => _key.Dispose();

    /// <summary>RFC 7292 §5.2: the MAC first, since nothing else says that the file is whole.</summary>
    private static List<Pkcs12SafeBag> OpenBags(ReadOnlyMemory<byte> file, ReadOnlySpan<char> password)
    {
        Pkcs12Info info = Pkcs12Info.Decode(file, out int consumed);
        if (consumed != file.Length || info.IntegrityMode != Pkcs12IntegrityMode.Password || !info.VerifyMac(password))
        {
            throw new CryptographicException("The password is wrong, or the file was changed.");
        }
        var bags = new List<Pkcs12SafeBag>();
        foreach (Pkcs12SafeContents contents in info.AuthenticatedSafe)
        {
            if (contents.ConfidentialityMode == Pkcs12ConfidentialityMode.Password)
            {
                contents.Decrypt(password);
            }
            bags.AddRange(contents.GetBags());
        }
        return bags;
    }

    private static ReadOnlyMemory<byte>[] Order(Pkcs12CertBag[] bags, PublicKey key)
    {
        ILookup<bool, byte[]> certificates = bags.Select(Der).ToLookup(der => IsOf(key, der));
        return bags.Length == 0 || certificates[true].Any()
            ? [.. certificates[true], .. certificates[false]]
            : throw new CryptographicException("None of the file's certificates is of its key.");
    }

    private static byte[] Der(Pkcs12CertBag bag)
    {
        using X509Certificate2 certificate = bag.GetCertificate();
        return certificate.RawData;
    }

    private static bool IsOf(PublicKey key, byte[] certificate)
    {
        using X509Certificate2 read = X509CertificateLoader.LoadCertificate(certificate);
        return PublicKey.TryFromSubjectPublicKeyInfo(read.PublicKey.ExportSubjectPublicKeyInfo(), out PublicKey? other) && other.Multikey == key.Multikey;
    }
}
