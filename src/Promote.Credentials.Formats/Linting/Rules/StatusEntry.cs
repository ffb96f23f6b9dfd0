using System.Text.Json;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A status that verifiers can look up: one revocation entry of Bitstring Status List 1.0 §2.1. The schema takes anything with an id and a type.</summary>
internal sealed partial class StatusEntry() : LintRule("PC-L022", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var status = Member(input.Root, "credentialStatus");
        if (status.ValueKind != JsonValueKind.Undefined && !IsEntry(status))
        {
            yield return Finding("/credentialStatus", "Give a BitstringStatusListEntry with the purpose revocation, an index in digits and the list's URL.");
        }
    }

    private static bool IsEntry(JsonElement status) =>
        Text(status, "type") == StatusLists.Terms.EntryType
        && Text(status, "statusPurpose") == StatusLists.Terms.Revocation
        && Index.IsMatch(Text(status, "statusListIndex") ?? "")
        && WebAddress(Text(status, "statusListCredential")) is not null;

    [GeneratedRegex("^(0|[1-9][0-9]{0,9})\\z")]
    private static partial Regex Index { get; }
}
