namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V002: nothing was changed since it was secured.</summary>
internal sealed class ProofCheck() : PureCheck("PC-V002", CheckIds.Proof, "Digital signature")
{
    /// <inheritdoc/>
    protected override Finding Find(Candidate candidate) => candidate.Securing.JudgeIntegrity(candidate);
}
