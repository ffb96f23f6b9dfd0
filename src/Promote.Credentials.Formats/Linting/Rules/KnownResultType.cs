using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>resultType is a term of OB 3.0 or ext: and a name, wholly (see <see cref="IdentityTypes"/>).</summary>
internal sealed class KnownResultType() : LeafRule("PC-L025", FormatFamily.OpenBadges3, ["resultType"], "Take a result type of Open Badges 3.0, or ext: and a name.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => !OpenEnumeration.IsTerm(ResultTypes.All, leaf.Text);
}
