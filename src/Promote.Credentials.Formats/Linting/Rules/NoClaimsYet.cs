using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A draft has no JWT claims (RFC 7519 §4.1): a signature adds its own, and one that stood there before would be signed unseen. The context knows <c>jti</c>, so safe mode lets it pass.</summary>
internal sealed class NoClaimsYet() : LintRule("PC-L040", FormatFamily.OpenBadges3 | FormatFamily.DataModel)
{
    private static readonly string[] Claims = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "vc"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from claim in Claims
        where Member(input.Root, claim).ValueKind != JsonValueKind.Undefined
        select Finding($"/{claim}", "Take the claim away.");
}
