namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V003: who secured it is whom it names as issuer.</summary>
internal sealed class IssuerIdentityCheck() : PureCheck("PC-V003", CheckIds.IssuerIdentity, "Issuer's identity")
{
    /// <inheritdoc/>
    protected override Finding Find(Candidate candidate) => candidate.Securing.JudgeIssuer(candidate);
}
