namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>Lengths in bytes (RFC 8032 §5.1.5, §5.1.6).</summary>
internal static class Ed25519Sizes
{
    public const int Seed = 32;
    public const int PublicKey = 32;
    public const int Signature = 64;
}
