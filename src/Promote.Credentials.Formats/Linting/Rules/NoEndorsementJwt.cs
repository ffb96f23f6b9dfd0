namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>No <c>endorsementJwt</c> beside an embedded proof: the term came into the published context later, so whoever kept an older copy of it makes other N-Quads and finds the proof broken.</summary>
internal sealed class NoEndorsementJwt() : LintRule("PC-L021", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name == "endorsementJwt" && !input.Form.Securing.IsEnveloping
        select Finding(leaf.Pointer, "Embed the endorsement as a credential instead.");
}
