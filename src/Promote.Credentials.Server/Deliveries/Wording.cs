using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>The one language of a mail, and the two names that stand in it.</summary>
/// <param name="Texts">The texts of that language.</param>
/// <param name="Achievement">What was earned, in that language.</param>
/// <param name="Issuer">Who awarded it; a name of its own, so it may be known in the issuer's language only.</param>
internal sealed record Wording(Texts Texts, string Achievement, string Issuer)
{
    /// <summary>The learner's language where the texts and the achievement have it, else the issuer's, else English: never a mix.</summary>
    public static Wording For(string? learners, Issuer issuer, LanguageMap achievement)
    {
        if (Language.Find(learners) is { } language && In(achievement, learners!, language) is { } name)
        {
            return new(Texts.In(language), name, In(issuer.Name, learners!, language) ?? issuer.Name.InOrElse(issuer.PrimaryLanguage, language.Tag));
        }

        var texts = Texts.FirstOf(issuer.PrimaryLanguage);
        return new(
            texts,
            In(achievement, issuer.PrimaryLanguage, texts.Language) ?? achievement.InOrElse(issuer.PrimaryLanguage, texts.Language.Tag),
            issuer.Name.InOrElse(issuer.PrimaryLanguage, texts.Language.Tag));
    }

    // pt-BR finds pt-BR, then pt, then pt-PT.
    private static string? In(LanguageMap map, string tag, Language language) =>
        (Language.Find(tag) == language ? map.In(tag) : null) ?? map.In(language.Tag) ?? map.FirstOrDefault(text => Language.Find(text.Key) == language).Value;
}
