using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>What stands between a request and a version of an achievement.</summary>
public static partial class AchievementRules
{
    internal const int MaxName = 200;
    internal const int MaxDescription = 4000;
    internal const int MaxCriteria = 10_000;
    internal const int MaxOutcomes = 50;
    internal const int MaxOutcomeTitle = 300;

    private const int MaxEcts = 600;

    /// <summary>All reasons against the content, with pointers into the body of <c>POST /api/v1/achievements</c>; empty when it can be kept.</summary>
    /// <param name="content">What the version would say.</param>
    /// <param name="primaryLanguage">The issuer's primary language, which every text must be in.</param>
    public static IReadOnlyList<Refusal> Check(AchievementContent content, string primaryLanguage)
    {
        ArgumentNullException.ThrowIfNull(content);
        var check = new RequestCheck();
        check.LineIn(content.Name, "/name", primaryLanguage, MaxName);
        check.BlockIn(content.Description, "/description", primaryLanguage, MaxDescription);
        check.BlockIn(content.Criteria, "/criteria", primaryLanguage, MaxCriteria);
        check.RefuseUnless(IsTermOf(AchievementTypes.All, content.Type), RefusalCode.InvalidValue, "/type", "Take a type from Open Badges 3.0, such as MicroCredential, or ext: and a name.");
        check.WebLink(content.Image, "/image");
        CheckOutcomes(check, content.Outcomes, primaryLanguage);
        CheckEsco(check, content.Occupation, "/occupation", EscoKind.Occupation);
        check.RefuseUnless(content.EqfLevel is null or (>= 1 and <= 8), RefusalCode.InvalidValue, "/eqfLevel", "EQF levels go from 1 to 8.");
        check.RefuseUnless(
            content.Credits is null || (content.Credits.Ects is > 0 and <= MaxEcts && decimal.Round(content.Credits.Ects, 2) == content.Credits.Ects),
            RefusalCode.InvalidValue, "/credits/ects", $"Give more than 0 and at most {MaxEcts} credits, with at most two decimals.");
        CheckWorkload(check, content.Workload, "/workload");
        CheckConcept(check, content.Mode, "/mode", ConceptList.LearningModes);
        CheckConcept(check, content.AssessmentType, "/assessmentType", ConceptList.AssessmentTypes);
        CheckConcept(check, content.Participation, "/participation", ConceptList.ParticipationForms);
        CheckConcept(check, content.QualityAssurance, "/qualityAssurance", ConceptList.QualityAssuranceTypes);
        LearningRules.Check(check, content, primaryLanguage);
        ResultDescriptionRules.Check(check, content.ResultDescriptions, content.Outcomes.Count, primaryLanguage);
        AwardPolicyRules.Check(check, content.Policy);
        return check.Refusals;
    }

    /// <summary>The concepts of ESCO that the content names, each with its pointer.</summary>
    public static IReadOnlyList<(Uri Concept, string Pointer)> EscoIn(AchievementContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var ofOutcomes = content.Outcomes.Index().Where(one => one.Item.Esco is not null)
            .Select(one => (one.Item.Esco!, RequestCheck.At(RequestCheck.At("/outcomes", one.Index), "esco")));
        return [.. ofOutcomes, .. content.Occupation is { } occupation ? [(occupation, "/occupation")] : Array.Empty<(Uri, string)>()];
    }

    /// <summary>Whether the term is in an open enumeration of OB 3.0: one of its members, or the extension form.</summary>
    internal static bool IsTermOf(IReadOnlySet<string> members, string? term) =>
        term is not null && (members.Contains(term) || Extension.IsMatch(term));

    internal static void CheckConcept(RequestCheck check, Uri? concept, string pointer, ConceptList list)
    {
        if (concept is not null)
        {
            var isListed = concept.IsAbsoluteUri && list.TryGetLabel(concept, out _);
            check.RefuseUnless(isListed, RefusalCode.InvalidValue, pointer, $"Give the URI of a concept from the list: {list.Name}.");
        }
    }

    internal static void CheckWorkload(RequestCheck check, string? workload, string pointer) =>
        check.RefuseUnless(workload is null || Hours.IsMatch(workload), RefusalCode.InvalidValue, pointer, "Give the hours as an ISO 8601 duration such as PT60H.");

    private static void CheckOutcomes(RequestCheck check, IReadOnlyList<LearningOutcome> outcomes, string primaryLanguage)
    {
        check.RefuseUnless(outcomes.Count <= MaxOutcomes, RefusalCode.InvalidValue, "/outcomes", $"Give at most {MaxOutcomes} outcomes.");
        for (var i = 0; i < outcomes.Count; i++)
        {
            var at = RequestCheck.At("/outcomes", i);
            check.LineIn(outcomes[i].Title, RequestCheck.At(at, "title"), primaryLanguage, MaxOutcomeTitle);
            CheckEsco(check, outcomes[i].Esco, RequestCheck.At(at, "esco"), EscoKind.Skill);
            CheckConcept(check, outcomes[i].Type, RequestCheck.At(at, "type"), ConceptList.SkillTypes);
            CheckConcept(check, outcomes[i].Reusability, RequestCheck.At(at, "reusability"), ConceptList.SkillReuseLevels);
        }
    }

    internal static void CheckEsco(RequestCheck check, Uri? concept, string pointer, EscoKind kind)
    {
        if (concept is not null)
        {
            check.RefuseUnless(
                EscoUri.TryGetKind(concept.OriginalString, out var named) && named == kind, RefusalCode.InvalidValue, pointer,
                $"Give the URI of an ESCO concept: {(kind == EscoKind.Skill ? EscoUri.Skills : EscoUri.Occupations)} and its id.");
        }
    }

    // Zero hours are no workload.
    [GeneratedRegex("^PT(?!0+H)[0-9]{1,5}H\\z")]
    private static partial Regex Hours { get; }

    [GeneratedRegex("^ext:[A-Za-z0-9._-]{1,64}\\z")]
    private static partial Regex Extension { get; }
}
