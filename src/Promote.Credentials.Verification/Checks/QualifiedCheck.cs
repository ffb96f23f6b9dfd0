using Promote.Credentials.Verification.Securing;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V015: whether a seal is a qualified one (eIDAS, Article 38). No green word for one that only looks like it.</summary>
internal sealed class QualifiedCheck() : PureCheck("PC-V015", CheckIds.Qualified, "Legal level of the seal")
{
    /// <inheritdoc/>
    protected override Finding? Find(Candidate candidate) => (candidate.Securing as SealSecuring)?.JudgeQualification();
}
