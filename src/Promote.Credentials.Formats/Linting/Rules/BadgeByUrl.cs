namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The BadgeClass is referred to: a copy inside the assertion could say something else than the one that its issuer answers for.</summary>
internal sealed class BadgeByUrl() : LintRule("PC-L049", FormatFamily.OpenBadges2)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (Text(input.Root, "badge") is null)
        {
            yield return Finding("/badge", "Refer to the BadgeClass by its URL.");
        }
    }
}
