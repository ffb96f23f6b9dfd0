using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Nothing is issued revoked: whether it holds is said by the address or the list, where it can change.</summary>
internal sealed class NotRevoked() : LintRule("PC-L047", FormatFamily.OpenBadges2)
{
    private static readonly string[] Members = ["revoked", "revocationReason"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from member in Members
        where Member(input.Root, member).ValueKind != JsonValueKind.Undefined
        select Finding($"/{member}", "Take the member away.");
}
