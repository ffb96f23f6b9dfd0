using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Europass;

/// <summary>What a European Digital Credential has to say and an award may lack: every text in every language of the achievement, in languages and of a country that the published lists have.</summary>
internal static class Requirements
{
    internal static IEnumerable<string> Missing(Award award) =>
    [
        .. Unlisted(award),
        .. from language in award.Achievement.Content.Name.Languages
           from text in Texts(award.Achievement.Content)
           where text.Map.In(language) is null
           select $"{text.What} in the language {language}, which the achievement has a name in",
    ];

    private static IEnumerable<string> Unlisted(Award award)
    {
        if (!ConceptList.Countries.TryGetByCode(award.Issuer.CountryCode, out _))
        {
            yield return "an issuer in a country of the Europass list of countries";
        }

        foreach (var language in award.Achievement.Content.Name.Languages.Where(language => !ConceptList.Languages.TryGetByCode(language, out _)))
        {
            yield return $"languages of the Europass list of languages, by two small letters: {language} is none";
        }
    }

    private static IEnumerable<(string What, LanguageMap Map)> Texts(AchievementContent content) =>
    [
        ("the description", content.Description),
        .. content.Outcomes.Select((outcome, index) => ($"learning outcome {index + 1}", outcome.Title)),
        .. content.Activities.Select((activity, index) => ($"activity {index + 1}", activity.Title)),
        .. content.ResultDescriptions.Select((description, index) => ($"result description {index + 1}", description.Name)),
        .. content.ResultDescriptions.SelectMany((description, index) => description.Levels.Select(level => ($"level {level.Id} of result description {index + 1}", level.Name))),
        .. content.EntryRequirement is { } requirement ? [("the entry requirement", requirement)] : Array.Empty<(string, LanguageMap)>(),
        .. content.Entitlement is { } entitlement ? [("the entitlement", entitlement.Title)] : Array.Empty<(string, LanguageMap)>(),
    ];
}
