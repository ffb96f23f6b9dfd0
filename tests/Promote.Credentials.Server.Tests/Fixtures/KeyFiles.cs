using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A folder of encrypted key files, as an operator makes them; gone with the test.</summary>
internal sealed class KeyFiles : IDisposable
{
    public const string Password = "correct horse battery";

    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000);

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("promote-keys-").FullName;

    /// <summary>Environment variables by which a service finds the folder.</summary>
    public (string Name, string? Value)[] Settings => [("Promote__KeysDirectory", Directory), ("Promote__KeysPassword", Password)];

    /// <summary>Writes a new key.</summary>
    public void Add(string name, KeyAlgorithm algorithm)
    {
        switch (algorithm)
        {
            case KeyAlgorithm.Ed25519:
                Add(name, RandomNumberGenerator.GetBytes(32));
                break;
            case KeyAlgorithm.Rsa:
                using (var rsa = RSA.Create(2048))
                {
                    Write(name, rsa.ExportEncryptedPkcs8PrivateKey(Password, Encryption));
                }

                break;
            default:
                using (var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256))
                {
                    Write(name, ecdsa.ExportEncryptedPkcs8PrivateKey(Password, Encryption));
                }

                break;
        }
    }

    /// <summary>Writes the Ed25519 key of a seed. RFC 8410 §7: id-Ed25519 and the seed as an OCTET STRING.</summary>
    public void Add(string name, byte[] seed) =>
        Write(name, new Pkcs8PrivateKeyInfo(new Oid("1.3.101.112"), null, (byte[])[0x04, 0x20, .. seed]).Encrypt(Password, Encryption));

    /// <summary>Writes a P-256 key, of which somebody else has a copy.</summary>
    public void Add(string name, ECDsa key) => Write(name, key.ExportEncryptedPkcs8PrivateKey(Password, Encryption));

    /// <summary>Writes a new P-256 key with a certificate of its own making, as PKCS #12.</summary>
    public void AddSeal(string name, DateTimeOffset from, DateTimeOffset until, string subject = "C=RO, O=CoVE, OID.2.5.4.97=VATRO-12345678, CN=CoVE seal", string password = Password)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(from, until);
        WritePkcs12(name, key, certificate.RawData, password);
    }

    /// <summary>Writes the P-256 seal of <c>keys-dev</c>.</summary>
    public void AddDevelopmentSeal(string name)
    {
        using var stream = typeof(DevelopmentKeys).Assembly.GetManifestResourceStream("keys-dev/seal-p256-key.json")!;
        var jwk = JsonNode.Parse(stream)!;
        byte[] Octets(string member) => Base64Url.DecodeFromChars((string)jwk[member]!);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Octets("d"), Q = new ECPoint { X = Octets("x"), Y = Octets("y") } });
        WritePkcs12(name, key, Convert.FromBase64String((string)jwk["x5c"]![0]!), Password);
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private void WritePkcs12(string name, ECDsa key, byte[] der, string password)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        var contents = new Pkcs12SafeContents();
        contents.AddShroudedKey(key, password, Encryption);
        contents.AddCertificate(certificate);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsEncrypted(contents, password, Encryption);
        builder.SealWithMac(password, HashAlgorithmName.SHA256, 1000);
        File.WriteAllBytes(Path.Combine(Directory, name), builder.Encode());
    }

    private void Write(string name, byte[] encrypted) =>
        File.WriteAllText(Path.Combine(Directory, name), PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", encrypted));
}
