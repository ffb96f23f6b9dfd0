namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The context of Open Badges 2.0 alone, as a string: what legacy platforms compare it with.</summary>
internal sealed class OneContext() : LintRule("PC-L041", FormatFamily.OpenBadges2)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (Text(input.Root, "@context") != OpenBadges2.Terms.Context.Value)
        {
            yield return Finding("/@context", "The context is https://w3id.org/openbadges/v2 and no other.");
        }
    }
}
