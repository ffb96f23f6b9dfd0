using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats.Certificates;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM LearningAssessment: one for each result, with its grade. An award without results is itself the decision that its criteria are met.</summary>
internal static class AssessmentPart
{
    internal static IEnumerable<ElmNode> Of(EdcContent content)
    {
        if (content.Award.Results.Count > 0)
        {
            return content.Award.Results.Select(result => Of(content, result));
        }

        return content.Achievement.AssessmentType is null && content.Achievement.Supervision is null
            ? []
            : [Assessment(content, Words(content, CertificateWord.Assessment), Words(content, CertificateWord.Passed))];
    }

    private static ElmNode Of(EdcContent content, Result result)
    {
        var description = content.Achievement.ResultDescriptions.First(candidate => candidate.Id == result.ResultDescription);
        return Assessment(content, content.Text(description.Name), description.LevelOf(result.Value) is { } level ? content.Text(level.Name) : content.InEveryLanguage(result.Value));
    }

    private static ElmNode Assessment(EdcContent content, LanguageMap title, LanguageMap grade) => new ElmNode("LearningAssessment", "learningAssessment")
        .With("title", title)
        .With("awardedBy", content.AwardedBy)
        .With("grade", Note.Of(grade))
        .With("idVerification", Concepts.Of(ConceptList.SupervisionTypes, content.Achievement.Supervision))
        .With("specifiedBy", new ElmNode("LearningAssessmentSpecification", "learningAssessmentSpec")
            .With("title", title)
            .With("dcType", Concepts.Of(ConceptList.AssessmentTypes, content.Achievement.AssessmentType)));

    private static LanguageMap Words(EdcContent content, CertificateWord word) =>
        new(content.Languages.Select(language => KeyValuePair.Create(language, CertificateWords.In(language, word))));
}
