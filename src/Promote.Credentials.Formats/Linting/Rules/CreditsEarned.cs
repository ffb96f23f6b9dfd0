using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Nobody earns more credits than there are, or less than none.</summary>
internal sealed class CreditsEarned() : LintRule("PC-L031", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var earned = Member(input.Subject, "creditsEarned");
        if (earned.ValueKind == JsonValueKind.Undefined)
        {
            yield break;
        }

        var available = Member(input.Achievement, "creditsAvailable");
        var bound = available.ValueKind == JsonValueKind.Number ? available.GetDouble() : double.MaxValue;
        if (earned.ValueKind != JsonValueKind.Number || earned.GetDouble() is not (var credits and >= 0) || credits > bound)
        {
            yield return Finding("/credentialSubject/creditsEarned", "Give at most the credits that the achievement has.");
        }
    }
}
