namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A credential ends after it begins (VC Data Model 2.0 §4.9, 1.1 §4.6).</summary>
internal sealed class ValidityPeriod() : LintRule("PC-L007", FormatFamily.OpenBadges3 | FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        // Both are in the one form that PC-L006 takes, where the order of texts is the order of instants.
        if (Text(input.Root, "validUntil") is { } end && string.CompareOrdinal(end, Text(input.Root, "validFrom")) <= 0)
        {
            yield return Finding("/validUntil", "validUntil lies after validFrom.");
        }
    }
}
