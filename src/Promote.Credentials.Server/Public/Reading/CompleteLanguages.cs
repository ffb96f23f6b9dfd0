using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>The languages that something was written in from beginning to end. A name of an organisation is a name, whatever language it is in.</summary>
internal static class CompleteLanguages
{
    /// <summary>Of an issuer's profile: its primary language first.</summary>
    public static IReadOnlyList<string> Of(Issuer issuer) =>
        [issuer.PrimaryLanguage, .. (issuer.Description ?? issuer.Name).Languages.Where(tag => tag != issuer.PrimaryLanguage)];

    /// <summary>Of a version of an achievement and the description of its issuer.</summary>
    public static IEnumerable<string> Of(AchievementContent content, Issuer issuer) =>
        content.Name.Languages.Where(tag => TextsOf(content, issuer).All(text => text.In(tag) is not null));

    private static IEnumerable<LanguageMap> TextsOf(AchievementContent content, Issuer issuer) =>
    [
        content.Description,
        content.Criteria,
        .. content.Outcomes.Select(outcome => outcome.Title),
        .. content.Activities.Select(activity => activity.Title),
        .. new[] { content.Entitlement?.Title, content.EntryRequirement }.OfType<LanguageMap>(),
        .. content.ResultDescriptions.Select(description => description.Name),
        .. content.ResultDescriptions.SelectMany(description => description.Levels).SelectMany(level => level.Description is { } text ? [level.Name, text] : new[] { level.Name }),
        .. issuer.Description is { } description ? (LanguageMap[])[description] : [],
    ];
}
