using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>The alignments of an achievement as a reader wants them: what one can do, and the facts about it.</summary>
internal sealed record AchievementFacts
{
    /// <summary>Learning outcomes, with the ESCO skill where there is one.</summary>
    public required IReadOnlyList<AlignmentView> Outcomes { get; init; }

    /// <summary>What the credits are counted in, or null.</summary>
    public required AlignmentView? CreditSystem { get; init; }

    /// <summary>What most readers want to know first: label and target.</summary>
    public required IReadOnlyList<(string Label, AlignmentView Target)> First { get; init; }

    /// <summary>Everything else that it aligns to.</summary>
    public required IReadOnlyList<(string Label, AlignmentView Target)> Others { get; init; }

    public static AchievementFacts Of(AchievementView achievement, Texts texts) => new()
    {
        Outcomes = [.. achievement.Alignments.Where(IsOutcome)],
        CreditSystem = achievement.Alignments.FirstOrDefault(target => target.Type == AlignmentTypes.CreditSystem),
        First = [.. achievement.Alignments.Where(IsFirst).Select(target => (LabelOf(target, texts), target))],
        Others = [.. achievement.Alignments.Where(target => !IsOutcome(target) && !IsFirst(target) && target.Type != AlignmentTypes.CreditSystem).Select(target => (LabelOf(target, texts), target))],
    };

    private static bool IsFirst(AlignmentView target) => target.Type is AlignmentTypes.EqfLevel or AlignmentTypes.Workload or AlignmentTypes.EscoOccupation;

    private static bool IsOutcome(AlignmentView target) => target.Type is AlignmentTypes.EscoSkill or AlignmentTypes.LearningOutcome;

    /// <summary>
    /// The language of a target's name where it is not the page's: most concepts of the Europass lists are published in English
    /// only, and a signed document invents no label for them. Null for every other name.
    /// </summary>
    public static string? ForeignLanguageOf(AlignmentView target, Language language) =>
        Uri.TryCreate(target.Url, UriKind.Absolute, out var concept)
        && ListOf(target)?.TryGetLabel(concept, out var label) == true
        && label.In("en") == target.Name
        && label.In(language.Tag) != target.Name ? "en" : null;

    private static ConceptList? ListOf(AlignmentView target) => target.Type switch
    {
        AlignmentTypes.EscoOccupation => ConceptList.EscoOccupations,
        AlignmentTypes.ThematicArea => ConceptList.ThematicAreas,
        AlignmentTypes.LearningOpportunity => ConceptList.LearningOpportunityTypes,
        AlignmentTypes.Supervision => ConceptList.SupervisionTypes,
        AlignmentTypes.LearningMode => ConceptList.LearningModes,
        AlignmentTypes.AssessmentType => ConceptList.AssessmentTypes,
        AlignmentTypes.Participation => ConceptList.ParticipationForms,
        AlignmentTypes.QualityAssurance => ConceptList.QualityAssuranceTypes,
        _ => null,
    };

    private static string LabelOf(AlignmentView target, Texts texts) => target.Type switch
    {
        AlignmentTypes.EscoOccupation => texts["pages.alignment.occupation"],
        AlignmentTypes.Entitlement => texts["pages.alignment.entitlement"],
        AlignmentTypes.ThematicArea => texts["pages.alignment.field"],
        AlignmentTypes.LearningOpportunity => texts["pages.alignment.opportunity"],
        AlignmentTypes.LearningActivity => texts["pages.alignment.activity"],
        AlignmentTypes.EntryRequirement => texts["pages.alignment.entry"],
        AlignmentTypes.Supervision => texts["pages.alignment.supervision"],
        AlignmentTypes.EqfLevel => texts["pages.alignment.eqf"],
        AlignmentTypes.Workload => texts["pages.alignment.workload"],
        AlignmentTypes.LearningMode => texts["pages.alignment.mode"],
        AlignmentTypes.AssessmentType => texts["pages.alignment.assessment"],
        AlignmentTypes.Participation => texts["pages.alignment.participation"],
        AlignmentTypes.QualityAssurance => texts["pages.alignment.quality"],
        _ => target.Framework ?? texts["pages.alignment.other"],
    };
}
