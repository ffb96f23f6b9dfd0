namespace Promote.Credentials.Proofs.Keys;

/// <summary>What a key computes with.</summary>
public enum KeyAlgorithm
{
    /// <summary>EdDSA over edwards25519 (RFC 8032 §5.1).</summary>
    Ed25519,
}
