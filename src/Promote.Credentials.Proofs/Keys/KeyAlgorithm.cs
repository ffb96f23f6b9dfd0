namespace Promote.Credentials.Proofs.Keys;

/// <summary>What a key computes with. A key has one algorithm for all that it signs: nothing in a document or header chooses another.</summary>
public enum KeyAlgorithm
{
    /// <summary>EdDSA over edwards25519 (RFC 8032 §5.1).</summary>
    Ed25519,

    /// <summary>ECDSA over P-256 with SHA-256: ES256 (RFC 7518 §3.4).</summary>
    P256,

    /// <summary>ECDSA over P-384 with SHA-384: ES384 (RFC 7518 §3.4).</summary>
    P384,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256: RS256 (RFC 7518 §3.3).</summary>
    Rsa,
}
