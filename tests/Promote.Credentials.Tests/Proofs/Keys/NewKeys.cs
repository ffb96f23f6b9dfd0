using System.Security.Cryptography;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

/// <summary>Keys that the framework makes.</summary>
internal static class NewKeys
{
    /// <summary>As in a real file, but with few iterations.</summary>
    public static PbeParameters Encryption { get; } = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    public static AsymmetricAlgorithm Of(KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.P256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        KeyAlgorithm.P384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        _ => RSA.Create(2048),
    };

    /// <summary>A key to sign with.</summary>
    public static SigningKey Signing(KeyAlgorithm algorithm)
    {
        if (algorithm == KeyAlgorithm.Ed25519)
        {
            return DevelopmentKey.FromSeed(RandomNumberGenerator.GetBytes(32));
        }
        using AsymmetricAlgorithm made = Of(algorithm);
        return Pkcs8FileKey.FromEncryptedPkcs8Pem(made.ExportEncryptedPkcs8PrivateKeyPem("new", Encryption), "new");
    }
}
