using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The creator of the achievement, where one is named, is the issuer: nobody puts an achievement into the mouth of another.</summary>
internal sealed class CreatorIsIssuer() : LintRule("PC-L037", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        // An issuer without an id is for PC-L016.
        var creator = Member(input.Achievement, "creator");
        if (creator.ValueKind != JsonValueKind.Undefined && Text(Member(input.Root, "issuer"), "id") is { } issuer && Text(creator, "id") != issuer)
        {
            yield return Finding("/credentialSubject/achievement/creator", "Name the issuer as the creator, or nobody.");
        }
    }
}
