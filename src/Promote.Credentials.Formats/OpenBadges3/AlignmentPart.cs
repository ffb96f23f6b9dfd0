using System.Globalization;
using System.Text.Json;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>
/// OB 3.0 Alignments: learning outcomes, occupation, and what the Council Recommendation 2022/C 243/02 on micro-credentials asks for
/// and OB 3.0 has no member for. Each names a published concept; a context of our own would lock wallets out.
/// </summary>
internal static class AlignmentPart
{
    internal static void Write(Utf8JsonWriter json, AchievementEdition edition)
    {
        Write(json, [.. Of(edition)]);
    }

    /// <summary>The one outcome that something measures.</summary>
    internal static void WriteOutcome(Utf8JsonWriter json, AchievementEdition edition, int outcome) => Write(json, Outcomes(edition).Skip(outcome).Take(1).ToArray());

    private static void Write(Utf8JsonWriter json, Alignment[] alignments)
    {
        if (alignments.Length == 0)
        {
            return;
        }

        json.WriteStartArray("alignment"u8);
        foreach (var alignment in alignments)
        {
            json.WriteStartObject();
            json.WriteType("Alignment");
            json.WriteOptional("targetCode"u8, alignment.Code);
            json.WriteString("targetName"u8, alignment.Name);
            json.WriteOptional("targetFramework"u8, alignment.Framework);
            json.WriteString("targetType"u8, alignment.TargetType);
            json.WriteString("targetUrl"u8, alignment.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>All alignments, outcomes first.</summary>
    internal static IEnumerable<Alignment> Of(AchievementEdition edition) => [.. Outcomes(edition), .. Concepts(edition), .. Activities(edition)];

    private static IEnumerable<Alignment> Outcomes(AchievementEdition edition)
    {
        var outcomes = edition.Version.Content.Outcomes;
        for (var i = 0; i < outcomes.Count; i++)
        {
            var title = edition.Text(outcomes[i].Title);
            yield return outcomes[i].Esco is { } skill
                ? new(AlignmentTypes.EscoSkill, Terms.Esco, title, skill.AbsoluteUri)
                : new(AlignmentTypes.LearningOutcome, null, title, edition.OutcomeUrl(i));
        }
    }

    private static IEnumerable<Alignment> Activities(AchievementEdition edition)
    {
        var activities = edition.Version.Content.Activities;
        for (var i = 0; i < activities.Count; i++)
        {
            var title = edition.Text(activities[i].Title);
            yield return activities[i].Type is { } type
                ? new(AlignmentTypes.LearningActivity, Terms.Europass, title, type.AbsoluteUri)
                : new(AlignmentTypes.LearningActivity, null, title, edition.ActivityUrl(i));
        }
    }

    private static IEnumerable<Alignment> Concepts(AchievementEdition edition)
    {
        var content = edition.Version.Content;
        if (content.Occupation is { } occupation)
        {
            yield return Concept(edition, AlignmentTypes.EscoOccupation, Terms.Esco, ConceptList.EscoOccupations, occupation);
        }

        if (content.Entitlement is { } entitlement)
        {
            yield return new(AlignmentTypes.Entitlement, Terms.Europass, edition.Text(entitlement.Title), entitlement.Type.AbsoluteUri);
        }

        if (content.ThematicArea is { } area)
        {
            yield return Concept(edition, AlignmentTypes.ThematicArea, Terms.IscedF, ConceptList.ThematicAreas, area);
        }

        if (content.EqfLevel is { } level)
        {
            var code = level.ToString(CultureInfo.InvariantCulture);
            yield return new(AlignmentTypes.EqfLevel, Terms.Eqf, $"EQF {code}", Terms.EqfLevels + code, code);
        }

        if (content.Credits is not null)
        {
            yield return new(AlignmentTypes.CreditSystem, Terms.Europass, "ECTS", Terms.Ects);
        }

        if (content.Workload is { } workload)
        {
            yield return new(AlignmentTypes.Workload, null, $"{workload[2..^1]} h", edition.WorkloadUrl, workload); // PT60H
        }

        if (content.EntryRequirement is { } requirement)
        {
            yield return new(AlignmentTypes.EntryRequirement, null, edition.Text(requirement), edition.EntryRequirementUrl);
        }

        if (content.LearningOpportunityType is { } opportunity)
        {
            yield return Concept(edition, AlignmentTypes.LearningOpportunity, Terms.Europass, ConceptList.LearningOpportunityTypes, opportunity);
        }

        if (content.Mode is { } mode)
        {
            yield return Concept(edition, AlignmentTypes.LearningMode, Terms.Europass, ConceptList.LearningModes, mode);
        }

        if (content.AssessmentType is { } assessment)
        {
            yield return Concept(edition, AlignmentTypes.AssessmentType, Terms.Europass, ConceptList.AssessmentTypes, assessment);
        }

        if (content.Supervision is { } supervision)
        {
            yield return Concept(edition, AlignmentTypes.Supervision, Terms.Europass, ConceptList.SupervisionTypes, supervision);
        }

        if (content.Participation is { } participation)
        {
            yield return Concept(edition, AlignmentTypes.Participation, Terms.Europass, ConceptList.ParticipationForms, participation);
        }

        if (content.QualityAssurance is { } quality)
        {
            yield return Concept(edition, AlignmentTypes.QualityAssurance, Terms.Europass, ConceptList.QualityAssuranceTypes, quality);
        }
    }

    // A concept that is not known here is named by its URI: a signed document says nothing that nobody said.
    private static Alignment Concept(AchievementEdition edition, string targetType, string framework, ConceptList list, Uri uri) =>
        list.TryGet(uri, out var concept)
            ? new(targetType, framework, edition.Text(concept.Label), concept.Uri, concept.Code)
            : new(targetType, framework, uri.AbsoluteUri, uri.AbsoluteUri);
}
