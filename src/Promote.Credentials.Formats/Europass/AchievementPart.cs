using Promote.Credentials.Domain.Awards;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM LearningAchievement: what was achieved, by what activities, proven by what assessments, and to what it entitles.</summary>
internal static class AchievementPart
{
    internal static ElmNode Of(EdcContent content) => new ElmNode("LearningAchievement", "learningAchievement")
        .With("title", content.Text(content.Achievement.Name))
        .With("description", content.Text(content.Achievement.Description))
        .With("awardedBy", content.AwardedBy)
        .With("additionalNote", Notes(content))
        .With("supplementaryDocument", content.Award.Evidence.Where(evidence => evidence.Url is not null).Select(evidence => Document(content, evidence)))
        .With("creditReceived", SpecificationPart.Credits(content))
        .With("influencedBy", ActivityPart.Of(content))
        .With("provenBy", AssessmentPart.Of(content))
        .With("learningOpportunity", Opportunity(content))
        .With("entitlesTo", EntitlementPart.Of(content))
        .With("specifiedBy", SpecificationPart.Of(content));

    private static IEnumerable<ElmNode> Notes(EdcContent content)
    {
        if (!string.IsNullOrWhiteSpace(content.Award.Narrative))
        {
            yield return Note.Of(content.InPrimaryLanguage(content.Award.Narrative));
        }

        foreach (var evidence in content.Award.Evidence)
        {
            var text = string.Join(": ", new[] { evidence.Name, evidence.Narrative }.Where(part => !string.IsNullOrWhiteSpace(part)));
            if (evidence.Url is null || !string.IsNullOrWhiteSpace(evidence.Narrative))
            {
                yield return Note.Of(content.InPrimaryLanguage(text));
            }
        }
    }

    private static ElmNode Document(EdcContent content, Evidence evidence) => new ElmNode("WebResource", "webResource")
        .With("title", string.IsNullOrWhiteSpace(evidence.Name) ? null : content.InPrimaryLanguage(evidence.Name))
        .With("contentURL", evidence.Url!.AbsoluteUri);

    // A schedule has its place on the opportunity to learn and nowhere else.
    private static ElmNode? Opportunity(EdcContent content) => Participation.Schedule(content) is not { } schedule ? null
        : new ElmNode("LearningOpportunity", "learningOpportunity")
            .With("title", content.Text(content.Achievement.Name))
            .With("providedBy", content.AwardingBody)
            .With("learningSchedule", schedule);
}
