using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Promote.Credentials.Proofs.Keys;

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

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private void Write(string name, byte[] encrypted) =>
        File.WriteAllText(Path.Combine(Directory, name), PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", encrypted));
}
