using Promote.Credentials.Formats.StatusLists;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The entries of a status list can be read by the strictest reader that we know: our own.</summary>
internal sealed class StatusListBits() : LintRule("PC-L081", FormatFamily.StatusList)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (!BitstringStatusList.TryDecode(Text(Member(input.Root, "credentialSubject"), "encodedList") ?? "", out _, out var fault))
        {
            yield return Finding("/credentialSubject/encodedList", $"The list cannot be read: {fault}.");
        }
    }
}
