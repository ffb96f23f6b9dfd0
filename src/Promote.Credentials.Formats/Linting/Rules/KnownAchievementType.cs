using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>achievementType is a term of OB 3.0 or ext: and a name, wholly (see <see cref="IdentityTypes"/>).</summary>
internal sealed class KnownAchievementType() : LeafRule("PC-L024", FormatFamily.OpenBadges3, ["achievementType"], "Take an achievement type of Open Badges 3.0, or ext: and a name.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => !OpenEnumeration.IsTerm(AchievementTypes.All, leaf.Text);
}
