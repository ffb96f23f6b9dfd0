using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>What stands against what an achievement says of the way to it and of what it opens.</summary>
internal static class LearningRules
{
    internal const int MaxActivities = 20;
    internal const int MaxTitle = 300;
    internal const int MaxEntryRequirement = 1000;

    internal static void Check(RequestCheck check, AchievementContent content, string primaryLanguage)
    {
        AchievementRules.CheckConcept(check, content.ThematicArea, "/thematicArea", ConceptList.ThematicAreas);
        AchievementRules.CheckConcept(check, content.LearningOpportunityType, "/opportunityType", ConceptList.LearningOpportunityTypes);
        CheckActivities(check, content.Activities, primaryLanguage);
        check.LineIn(content.EntryRequirement, "/entryRequirement", primaryLanguage, MaxEntryRequirement);
        AchievementRules.CheckConcept(check, content.Supervision, "/supervision", ConceptList.SupervisionTypes);
        if (content.Entitlement is { } entitlement)
        {
            check.LineIn(entitlement.Title, "/entitlement/title", primaryLanguage, MaxTitle);
            AchievementRules.CheckConcept(check, entitlement.Type, "/entitlement/type", ConceptList.EntitlementTypes);
            AchievementRules.CheckConcept(check, entitlement.Status, "/entitlement/status", ConceptList.EntitlementStatuses);
        }
    }

    private static void CheckActivities(RequestCheck check, IReadOnlyList<LearningActivity> activities, string primaryLanguage)
    {
        check.RefuseUnless(activities.Count <= MaxActivities, RefusalCode.InvalidValue, "/activities", $"Give at most {MaxActivities} activities.");
        for (var i = 0; i < activities.Count; i++)
        {
            var at = RequestCheck.At("/activities", i);
            check.LineIn(activities[i].Title, $"{at}/title", primaryLanguage, MaxTitle);
            AchievementRules.CheckConcept(check, activities[i].Type, $"{at}/type", ConceptList.LearningActivityTypes);
            AchievementRules.CheckConcept(check, activities[i].Mode, $"{at}/mode", ConceptList.LearningModes);
            AchievementRules.CheckWorkload(check, activities[i].Workload, $"{at}/workload");
        }
    }
}
