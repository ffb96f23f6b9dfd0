namespace Promote.Credentials.Proofs.Keys;

/// <summary>The object identifiers of key algorithms and curves.</summary>
internal static class Oids
{
    /// <summary>id-Ed25519 (RFC 8410 §3).</summary>
    public const string Ed25519 = "1.3.101.112";

    /// <summary>id-ecPublicKey (RFC 5480 §2.1.1).</summary>
    public const string EcPublicKey = "1.2.840.10045.2.1";

    /// <summary>secp256r1 (RFC 5480 §2.1.1.1).</summary>
    public const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>secp384r1 (RFC 5480 §2.1.1.1).</summary>
    public const string P384 = "1.3.132.0.34";

    /// <summary>rsaEncryption (RFC 8017 §A.1).</summary>
    public const string Rsa = "1.2.840.113549.1.1.1";
}
