using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>The alignments of an achievement as a reader wants them: what one can do, and the facts about it.</summary>
internal sealed record AchievementFacts
{
    /// <summary>Learning outcomes, with the ESCO skill where there is one.</summary>
    public required IReadOnlyList<AlignmentView> Outcomes { get; init; }

    /// <summary>What the credits are counted in, or null.</summary>
    public required AlignmentView? CreditSystem { get; init; }

    /// <summary>Everything else that it aligns to: label and target.</summary>
    public required IReadOnlyList<(string Label, AlignmentView Target)> Others { get; init; }

    public static AchievementFacts Of(AchievementView achievement) => new()
    {
        Outcomes = [.. achievement.Alignments.Where(IsOutcome)],
        CreditSystem = achievement.Alignments.FirstOrDefault(target => target.Type == AlignmentTypes.CreditSystem),
        Others = [.. achievement.Alignments.Where(target => !IsOutcome(target) && target.Type != AlignmentTypes.CreditSystem).Select(target => (LabelOf(target), target))],
    };

    private static bool IsOutcome(AlignmentView target) => target.Type is AlignmentTypes.EscoSkill or AlignmentTypes.LearningOutcome;

    private static string LabelOf(AlignmentView target) => target.Type switch
    {
        AlignmentTypes.EscoOccupation => "Occupation (ESCO)",
        AlignmentTypes.EqfLevel => "European Qualifications Framework",
        AlignmentTypes.Workload => "Workload",
        AlignmentTypes.LearningMode => "Mode of learning",
        AlignmentTypes.AssessmentType => "Type of assessment",
        AlignmentTypes.Participation => "Form of participation",
        AlignmentTypes.QualityAssurance => "Quality assurance",
        _ => target.Framework ?? "Aligned to",
    };
}
