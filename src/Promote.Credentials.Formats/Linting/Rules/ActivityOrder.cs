namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>An activity ends when it began or later.</summary>
internal sealed class ActivityOrder() : LintRule("PC-L033", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        // Both are in the one form that PC-L006 takes.
        if (Text(input.Subject, "activityEndDate") is { } end && string.CompareOrdinal(end, Text(input.Subject, "activityStartDate")) < 0)
        {
            yield return Finding("/credentialSubject/activityEndDate", "activityEndDate does not lie before activityStartDate.");
        }
    }
}
