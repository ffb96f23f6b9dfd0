namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>An assertion expires after it was issued.</summary>
internal sealed class ExpiresLater() : LintRule("PC-L046", FormatFamily.OpenBadges2)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        // Both are in the one form that PC-L006 takes, where the order of texts is the order of instants.
        if (Text(input.Root, "expires") is { } end && string.CompareOrdinal(end, Text(input.Root, "issuedOn")) <= 0)
        {
            yield return Finding("/expires", "expires lies after issuedOn.");
        }
    }
}
