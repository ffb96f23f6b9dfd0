using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Proofs.Keys;
using PublicKey = Promote.Credentials.Proofs.Keys.PublicKey;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>
/// A value of <c>alg</c> (RFC 7518 §3.1) that a seal may have. The kind of the certificate's key decides which of them are possible, so no
/// header turns a key to something it is not for (RFC 8725 §3.1).
/// </summary>
internal sealed record SealAlgorithm(string Name, KeyAlgorithm Key, HashAlgorithmName Hash, RSASignaturePadding? Padding)
{
    private static readonly SealAlgorithm[] Known =
    [
        new("RS256", KeyAlgorithm.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        new("RS384", KeyAlgorithm.Rsa, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        new("RS512", KeyAlgorithm.Rsa, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        new("PS256", KeyAlgorithm.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        new("ES256", KeyAlgorithm.P256, HashAlgorithmName.SHA256, null),
    ];

    /// <summary>Null for an algorithm that is not known here.</summary>
    public static SealAlgorithm? Find(string name) => Array.Find(Known, known => known.Name == name);

    /// <summary>Whether the certificate's key is of the algorithm's kind, and of a safe size.</summary>
    public bool Suits(X509Certificate2 certificate) =>
        PublicKey.TryFromSubjectPublicKeyInfo(certificate.PublicKey.ExportSubjectPublicKeyInfo(), out PublicKey? key) && key.Algorithm == Key;

    /// <summary>Whether the signature is of the certificate's key over the data.</summary>
    public bool Verify(X509Certificate2 certificate, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (Padding is null)
        {
            using ECDsa? ecdsa = certificate.GetECDsaPublicKey();
            return ecdsa?.VerifyData(data, signature, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) == true;
        }
        using RSA? rsa = certificate.GetRSAPublicKey();
        return rsa is not null && signature.Length == rsa.KeySize / 8 && rsa.VerifyData(data, signature, Hash, Padding);
    }
}
