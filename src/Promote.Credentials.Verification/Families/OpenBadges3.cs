using System.Text.Json;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>An Open Badges 3.0 credential: OpenBadgeCredential or AchievementCredential, over version 2.0 of the data model.</summary>
internal sealed class OpenBadges3 : Family
{
    internal override string Name => "openBadges3";

    internal override string Standard => "Open Badges 3.0";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; } =
    [
        OpenBadgesSchema.Achievement,
        Contexts.Check,
        Identifiers.Check,
        Dates.Check,
        SubjectAndCriteria.Check,
        RelatedResources.Check,
        LinkedDataTerms.Check,
    ];
}
