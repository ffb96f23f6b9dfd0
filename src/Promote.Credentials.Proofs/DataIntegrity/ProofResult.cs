namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>The verdict on one proof.</summary>
/// <param name="Index">Its place in the document, from 0.</param>
/// <param name="VerificationMethod">The URL of the key that it names, where it could be read.</param>
/// <param name="Cryptosuite">The suite that it names, where it could be read.</param>
/// <param name="Verified">Whether every check passed, the signature included.</param>
/// <param name="ErrorCode">One of <see cref="ProofErrors"/>; null for a verified proof.</param>
/// <param name="Detail">A sentence for people.</param>
public sealed record ProofResult(int Index, string? VerificationMethod, string? Cryptosuite, bool Verified, string? ErrorCode, string Detail);
