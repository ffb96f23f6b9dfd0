using Promote.Credentials.Verification.Securing;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V014: when a sealed document was sealed, and who says so.</summary>
internal sealed class TimeStampCheck() : PureCheck("PC-V014", CheckIds.TimeStamp, "Time of sealing")
{
    /// <inheritdoc/>
    protected override Finding? Find(Candidate candidate) => (candidate.Securing as SealSecuring)?.JudgeTime();
}
