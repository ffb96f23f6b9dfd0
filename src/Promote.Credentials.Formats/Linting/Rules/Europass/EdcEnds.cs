namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A credential ends after it begins (VC Data Model 1.1 §4.6).</summary>
internal sealed class EdcEnds() : LintRule("PC-L064", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        // Both are in the one form that PC-L080 takes, where the order of texts is the order of instants.
        if (Text(input.Root, "validUntil") is { } end && string.CompareOrdinal(end, Text(input.Root, "validFrom")) <= 0)
        {
            yield return Finding("/validUntil", "validUntil lies after validFrom.");
        }
    }
}
