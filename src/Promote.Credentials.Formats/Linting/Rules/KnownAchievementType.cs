using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>achievementType is a term of OB 3.0 or ext: and a name, wholly (see <see cref="IdentityTypes"/>).</summary>
internal sealed class KnownAchievementType() : LintRule("PC-L024", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name == "achievementType" && !OpenEnumeration.IsTerm(AchievementTypes.All, leaf.Text)
        select Finding(leaf.Pointer, "Take an achievement type of Open Badges 3.0, or ext: and a name.");
}
