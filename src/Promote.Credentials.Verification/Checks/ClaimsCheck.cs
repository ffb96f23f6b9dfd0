namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V010: what stands around the document, in a JWT or in the files it refers to, says the same as the document.</summary>
internal sealed class ClaimsCheck() : PureCheck("PC-V010", CheckIds.Claims, "Envelope")
{
    /// <inheritdoc/>
    protected override Finding? Find(Candidate candidate) => candidate.Securing.JudgeClaims(candidate);
}
