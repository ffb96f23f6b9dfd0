namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>Ways to sign, CK_MECHANISM_TYPE (PKCS#11 3.0 Current Mechanisms §2.1, §2.3).</summary>
internal static class CkMechanismType
{
    /// <summary>RSASSA-PKCS1-v1_5 over a DigestInfo that the caller made.</summary>
    public const uint RsaPkcs = 0x01;

    /// <summary>RSASSA-PKCS1-v1_5; the token computes SHA-256.</summary>
    public const uint Sha256RsaPkcs = 0x40;

    /// <summary>ECDSA over a digest that the caller made; the signature is r and s, each as long as the group order.</summary>
    public const uint Ecdsa = 0x1041;

    /// <summary>EdDSA; without a parameter it is the pure form (PKCS#11 3.0 Current Mechanisms §2.3.14).</summary>
    public const uint Eddsa = 0x1057;
}
