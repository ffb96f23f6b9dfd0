namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Criteria have an id or a narrative; the schema demands neither, the 1EdTech validator does (CredentialSubjectProbe).</summary>
internal sealed class CriteriaSaySomething() : LintRule("PC-L008", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var criteria = Member(input.Achievement, "criteria");
        if (string.IsNullOrWhiteSpace(Text(criteria, "id")) && string.IsNullOrWhiteSpace(Text(criteria, "narrative")))
        {
            yield return Finding("/credentialSubject/achievement/criteria", "Give the criteria a narrative or an id.");
        }
    }
}
