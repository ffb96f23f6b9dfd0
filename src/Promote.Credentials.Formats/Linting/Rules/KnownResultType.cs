using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>resultType is a term of OB 3.0 or ext: and a name, wholly (see <see cref="IdentityTypes"/>).</summary>
internal sealed class KnownResultType() : LintRule("PC-L025", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name == "resultType" && !OpenEnumeration.IsTerm(ResultTypes.All, leaf.Text)
        select Finding(leaf.Pointer, "Take a result type of Open Badges 3.0, or ext: and a name.");
}
