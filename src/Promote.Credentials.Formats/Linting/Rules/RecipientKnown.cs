namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>OB 3.0 AchievementSubject: an id or at least one identifier says whose achievement it is.</summary>
internal sealed class RecipientKnown() : LintRule("PC-L009", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (string.IsNullOrWhiteSpace(Text(input.Subject, "id")) && !Items(input.Subject, "identifier").Any())
        {
            yield return Finding("/credentialSubject", "Give the subject an id or an identifier.");
        }
    }
}
