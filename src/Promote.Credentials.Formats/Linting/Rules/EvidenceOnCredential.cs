using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Evidence stands on the credential. The schema lets it pass inside the subject, where no context defines it.</summary>
internal sealed class EvidenceOnCredential() : LintRule("PC-L011", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (Member(input.Subject, "evidence").ValueKind != JsonValueKind.Undefined)
        {
            yield return Finding("/credentialSubject/evidence", "Move the evidence to the credential.");
        }
    }
}
