using System.Globalization;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM Qualification, or LearningAchievementSpecification where no level is stated: only a Qualification has one.</summary>
internal static class SpecificationPart
{
    internal static ElmNode Of(EdcContent content)
    {
        var achievement = content.Achievement;
        var specification = achievement.EqfLevel is null
            ? new ElmNode("LearningAchievementSpecification", "learningAchievementSpec")
            : new ElmNode("Qualification", "qualification").With("eqfLevel", Level(achievement.EqfLevel.Value));
        return specification
            .With("title", content.Text(achievement.Name))
            .With("thematicArea", Concepts.Of(ConceptList.ThematicAreas, achievement.ThematicArea))
            .With("volumeOfLearning", achievement.Workload)
            .With("creditPoint", Credits(content))
            .With("learningSetting", Participation.Setting(content))
            .With("mode", Participation.Mode(content))
            .With("entryRequirement", achievement.EntryRequirement is { } requirement ? Note.Of(content.Text(requirement)) : null)
            .With("additionalNote", QualityAssurance(content))
            .With("dcType", Concepts.Of(ConceptList.LearningOpportunityTypes, achievement.LearningOpportunityType))
            .With("learningOutcome", achievement.Outcomes.Select(outcome => Outcome(content, outcome)))
            .With("hasPart", content.Award.Parts.Select(part => new ElmNode(specification.Type, specification.IdClass).With("title", content.Text(part.Name))));
    }

    /// <summary>The credit points, or null.</summary>
    internal static ElmNode? Credits(EdcContent content) => content.Achievement.Credits is not { } credits ? null
        : new ElmNode("CreditPoint", "creditPoint")
            .With("framework", Concepts.Known(Concepts.Ects))
            .With("point", credits.Ects.ToString("0.##", CultureInfo.InvariantCulture));

    private static ElmNode? Level(int level) =>
        Concepts.Of(ConceptList.EqfLevels, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://data.europa.eu/snb/eqf/{level}")));

    // An Accreditation would have to name who accredits, which the achievement does not say: a note about the published concept does.
    private static ElmNode? QualityAssurance(EdcContent content) =>
        content.Achievement.QualityAssurance is { } quality && ConceptList.QualityAssuranceTypes.TryGet(quality, out var concept)
            ? Note.Of(concept.Label).With("subject", Concepts.Known(concept))
            : null;

    private static ElmNode Outcome(EdcContent content, LearningOutcome outcome) => new ElmNode("LearningOutcome", "learningOutcome")
        .With("title", content.Text(outcome.Title))
        .With("dcType", Concepts.Of(ConceptList.SkillTypes, outcome.Type))
        .With("reusabilityLevel", Concepts.Of(ConceptList.SkillReuseLevels, outcome.Reusability))
        .With("relatedESCOSkill", Concepts.OfEsco(ConceptList.EscoSkills, Terms.EscoSkills, outcome.Esco));
}
