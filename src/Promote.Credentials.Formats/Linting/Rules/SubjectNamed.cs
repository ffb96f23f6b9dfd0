namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A VC-JWT says <c>sub</c>, which equals the id of the subject (Open Badges 3.0, JSON Web Token Proof Format): without an id there is nothing to say.</summary>
internal sealed class SubjectNamed() : LintRule("PC-L020", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (input.Form.Securing.IsEnveloping && string.IsNullOrWhiteSpace(Text(input.Subject, "id")))
        {
            yield return Finding("/credentialSubject", "Give the subject an id, which becomes the claim sub.");
        }
    }
}
