using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Europass;

/// <summary>What the parts of one document have in common: the award, its languages, and the nodes that stand in several places.</summary>
internal sealed class EdcContent
{
    internal EdcContent(Award award, CredentialIds ids)
    {
        (Award, Ids) = (award, ids);
        var name = Achievement.Name;
        var wanted = award.Issuer.PrimaryLanguage;

        // An issuer may have changed its language since; what the version was not written in it cannot claim to be in.
        PrimaryLanguage = name.In(wanted) is null ? name.Languages.First() : wanted;
        Languages = [PrimaryLanguage, .. name.Languages.Where(language => language != PrimaryLanguage)];
        AwardingBody = OrganisationPart.AwardingBody(this);
        AwardedBy = new ElmNode("AwardingProcess", "awardingProcess")
            .With("awardingBody", AwardingBody)
            .With("awardingDate", award.AwardedOn);
    }

    internal Award Award { get; }

    internal CredentialIds Ids { get; }

    internal AchievementContent Achievement => Award.Achievement.Content;

    /// <summary>The language that stands first, and that names are in.</summary>
    internal string PrimaryLanguage { get; }

    /// <summary>The languages of the achievement, the primary one first: each has its own page and its own texts.</summary>
    internal IReadOnlyList<string> Languages { get; }

    /// <summary>Who awarded.</summary>
    internal ElmNode AwardingBody { get; }

    /// <summary>Who awarded, and when: every claim says it.</summary>
    internal ElmNode AwardedBy { get; }

    /// <summary>The text in the languages of the document; in all that it has when it has none of these.</summary>
    internal LanguageMap Text(LanguageMap text)
    {
        var own = Languages.Where(language => text.In(language) is not null).Select(language => KeyValuePair.Create(language, text.In(language)!)).ToList();
        return own.Count > 0 ? new LanguageMap(own) : text;
    }

    /// <summary>A name or a value that is the same in every language.</summary>
    internal LanguageMap InEveryLanguage(string text) => new(Languages.Select(language => KeyValuePair.Create(language, text)));

    /// <summary>A text in the primary language, which is taken to be that of what people wrote about this award.</summary>
    internal LanguageMap InPrimaryLanguage(string text) => new([KeyValuePair.Create(PrimaryLanguage, text)]);
}
