namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>No <c>endorsementJwt</c> beside an embedded proof: the term came into the published context later, so whoever kept an older copy of it makes other N-Quads and finds the proof broken.</summary>
internal sealed class NoEndorsementJwt() : LeafRule("PC-L021", FormatFamily.OpenBadges3, ["endorsementJwt"], "Embed the endorsement as a credential instead.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => !input.Form.Securing.IsEnveloping;
}
