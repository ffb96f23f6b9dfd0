using System.Text.Json;
using Promote.Credentials.Verification.Holders;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V013: the reader names a person, and learns whether it was issued to that person; nothing else about whom it was issued to.</summary>
internal sealed class HolderCheck() : PureCheck("PC-V013", CheckIds.Holder, "Holder")
{
    /// <inheritdoc/>
    protected override Finding? Find(Candidate candidate) => candidate.Request.Holder is not { Length: > 0 } person ? null : HolderMatch.Of(candidate, person) switch
    {
        true => Finding.Passed("holder.match", "It was issued to the person whom you named."),
        false => Finding.Failed("holder.noMatch", "It was not issued to the person whom you named, as you wrote it."),
        null => Finding.NotChecked("holder.unknown", "The document says nothing by which the person whom you named could be recognised."),
    };
}
