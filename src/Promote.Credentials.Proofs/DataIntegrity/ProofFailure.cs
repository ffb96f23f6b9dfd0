namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>What a check found wrong: one of <see cref="ProofErrors"/> and a sentence.</summary>
internal sealed record ProofFailure(string Code, string Detail);
