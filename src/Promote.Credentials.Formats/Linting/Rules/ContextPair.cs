namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The two contexts that wallets know offline, in this order, and no third one.</summary>
internal sealed class ContextPair() : LintRule("PC-L004", FormatFamily.OpenBadges3)
{
    private static readonly string[] Pair = [OpenBadges3.Terms.CredentialsContext.Value, OpenBadges3.Terms.OpenBadgesContext.Value];

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (!Items(input.Root, "@context").Select(context => context.ToString()).SequenceEqual(Pair))
        {
            yield return Finding("/@context", "The contexts are credentials/v2 and Open Badges 3.0.3, in this order, and no others.");
        }
    }
}
