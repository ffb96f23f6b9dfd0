using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk;

/// <summary>The two languages that a form has side by side.</summary>
/// <param name="First">The issuer's, in which every text has to be.</param>
/// <param name="Second">The one that it is translated into.</param>
internal sealed record LanguagePair(Language First, Language Second)
{
    /// <summary>The issuer's language, and the one asked for; else the reader's, else another.</summary>
    public static LanguagePair Of(Issuer issuer, string? asked, PageLanguage page)
    {
        var first = Language.Find(issuer.PrimaryLanguage) ?? Language.English;
        return new(first, Language.Find(asked) is { } second && second != first ? second : Language.All.First(language => language != first && (language == page.Language || first == page.Language)));
    }

    /// <summary>A text of a form, in both; in other languages it stays what it was.</summary>
    public LanguageMap Read(DeskForm form, string field, LanguageMap? before) => AchievementForm.TextOf(form, field, before ?? new([]), First.Tag, Second.Tag);
}
