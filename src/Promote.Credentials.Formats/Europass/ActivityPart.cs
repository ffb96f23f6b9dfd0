using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM LearningActivity: how the learner learned, and when.</summary>
internal static class ActivityPart
{
    internal static IEnumerable<ElmNode> Of(EdcContent content) => content.Achievement.Activities.Count > 0
        ? content.Achievement.Activities.Select(activity => Activity(content, activity))
        : Unnamed(content);

    private static ElmNode Activity(EdcContent content, LearningActivity activity) => new ElmNode("LearningActivity", "activity")
        .With("title", content.Text(activity.Title))
        .With("awardedBy", content.AwardedBy)
        .With("temporal", Period(content))
        .With("specifiedBy", new ElmNode("LearningActivitySpecification", "learningActivitySpec")
            .With("title", content.Text(activity.Title))
            .With("dcType", Concepts.Of(ConceptList.LearningActivityTypes, activity.Type))
            .With("mode", Concepts.Of(ConceptList.LearningModes, activity.Mode) ?? Participation.Mode(content))
            .With("volumeOfLearning", activity.Workload));

    // Nobody named an activity, but how or when one learned is known: it bears the name of the achievement.
    private static IEnumerable<ElmNode> Unnamed(EdcContent content)
    {
        if (Participation.Mode(content) is null && Period(content) is null)
        {
            return [];
        }

        return [Activity(content, new LearningActivity { Title = content.Achievement.Name })];
    }

    private static ElmNode? Period(EdcContent content) => content.Award.Activity is not { } activity || (activity.From ?? activity.To) is null ? null
        : new ElmNode("PeriodOfTime", "period").With("startDate", activity.From).With("endDate", activity.To);
}
