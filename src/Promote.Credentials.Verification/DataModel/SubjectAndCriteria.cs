using System.Text.Json;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>What OB 3.0 says in words only: somebody earned it (§B.1.3), and it is written down how (§B.1.6).</summary>
internal static class SubjectAndCriteria
{
    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        var subject = document.Member("credentialSubject");
        if (subject.ValueKind == JsonValueKind.Object && subject.Text("id") is null && !subject.Each("identifier").Any())
        {
            yield return new("/credentialSubject", "Neither id nor identifier says who earned it.");
        }

        var criteria = subject.Member("achievement").Member("criteria");
        if (criteria.ValueKind == JsonValueKind.Object && criteria.Text("id") is null && criteria.Text("narrative") is null)
        {
            yield return new("/credentialSubject/achievement/criteria", "Neither id nor narrative says how it is earned.");
        }
    }
}
