namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The types are VerifiableCredential and OpenBadgeCredential in this order. The schema takes AchievementCredential besides, which wallets read less often.</summary>
internal sealed class CredentialTypes() : LintRule("PC-L039", FormatFamily.OpenBadges3)
{
    private static readonly string[] Types = ["VerifiableCredential", "OpenBadgeCredential"];

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (!Items(input.Root, "type").Select(type => type.ToString()).SequenceEqual(Types))
        {
            yield return Finding("/type", "The types are VerifiableCredential and OpenBadgeCredential, in this order.");
        }
    }
}
