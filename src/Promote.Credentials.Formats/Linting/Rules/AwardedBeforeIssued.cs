namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>An award is decided before its document becomes valid.</summary>
internal sealed class AwardedBeforeIssued() : LintRule("PC-L032", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        // Both are in the one form that PC-L006 takes, where the order of texts is the order of instants.
        if (Text(input.Root, "awardedDate") is { } awarded && string.CompareOrdinal(awarded, Text(input.Root, "validFrom")) > 0)
        {
            yield return Finding("/awardedDate", "awardedDate does not lie after validFrom.");
        }
    }
}
