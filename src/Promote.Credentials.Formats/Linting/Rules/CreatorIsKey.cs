using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A signed assertion names its key by a URL beside the BadgeClass's, where the issuer's profile can confirm it; a hosted one names none.</summary>
internal sealed class CreatorIsKey() : LintRule("PC-L043", FormatFamily.OpenBadges2)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var creator = Member(Member(input.Root, "verification"), "creator");
        var fits = input.Form.Securing.IsEnveloping
            ? creator.ValueKind == JsonValueKind.String && IsBeside(creator.GetString(), Text(input.Root, "badge"))
            : creator.ValueKind == JsonValueKind.Undefined;
        if (!fits)
        {
            yield return Finding("/verification/creator", "Name the key by its URL in a signed assertion, and none in a hosted one.");
        }
    }

    // A badge that is no address is for PC-L044 and PC-L049.
    private static bool IsBeside(string? key, string? badge) =>
        WebAddress(key) is { } address && (WebAddress(badge) is not { } other || IsSameOrigin(address, other));
}
