using System.Globalization;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>One version of an achievement in one language. OB 3.0 texts have no language map, so a version in several languages is several achievements that point at one another.</summary>
public sealed record AchievementEdition
{
    private AchievementEdition(AchievementVersion version, IssuerProfile creator, string primary, string language) =>
        (Version, Creator, PrimaryLanguage, Language) = (version, creator, primary, language);

    /// <summary>The version.</summary>
    public AchievementVersion Version { get; }

    /// <summary>Who made it.</summary>
    public IssuerProfile Creator { get; }

    /// <summary>BCP 47 language of this edition.</summary>
    public string Language { get; }

    /// <summary>The URL of this edition.</summary>
    public string Id => UrlIn(Language);

    private string PrimaryLanguage { get; }

    /// <summary>The edition in the issuer's primary language: the one that is signed.</summary>
    public static AchievementEdition Primary(AchievementVersion version, IssuerProfile creator)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(creator);

        // An issuer may have changed its language since; what the version was not written in it cannot claim to be in.
        var wanted = creator.Issuer.PrimaryLanguage;
        var name = version.Content.Name;
        var language = name.In(wanted) is null ? name.Languages.First() : wanted;
        return new AchievementEdition(version, creator, language, language);
    }

    /// <summary>The edition in another language, or null when its name is not in that language.</summary>
    public AchievementEdition? In(string language) =>
        Version.Content.Name.In(language) is null ? null : new AchievementEdition(Version, Creator, PrimaryLanguage, language);

    /// <summary>The languages this version is published in besides this edition's, in the order of its name.</summary>
    internal IEnumerable<string> OtherLanguages => Version.Content.Name.Languages.Where(language => language != Language);

    internal string UrlIn(string language) => language == PrimaryLanguage
        ? Creator.Urls.Achievement(Version.AchievementId, Version.Number)
        : Creator.Urls.Achievement(Version.AchievementId, Version.Number, language);

    /// <summary>Its picture: its own, else the one that is drawn here; the same in every language.</summary>
    internal string ImageUrl => Version.Content.Image?.AbsoluteUri ?? Creator.Urls.AchievementImage(Version.AchievementId, Version.Number);

    /// <summary>The same version as an Open Badges 2.0 BadgeClass, which is in the primary language only.</summary>
    internal string BadgeClassUrl => Creator.Urls.BadgeClass(Version.AchievementId, Version.Number);

    /// <summary>The text of this edition.</summary>
    internal string Text(LanguageMap text) => text.InOrElse(Language, PrimaryLanguage);

    // A result refers to the description whatever language its reader takes, so these hang on the version, not on the edition.
    internal string ResultDescriptionUrl(string id) => $"{UrlIn(PrimaryLanguage)}#result-{id}";

    internal string LevelUrl(string resultDescription, string level) => $"{ResultDescriptionUrl(resultDescription)}/{level}";

    internal string OutcomeUrl(int index) => string.Create(CultureInfo.InvariantCulture, $"{UrlIn(PrimaryLanguage)}#outcome-{index + 1}");

    internal string ActivityUrl(int index) => string.Create(CultureInfo.InvariantCulture, $"{UrlIn(PrimaryLanguage)}#activity-{index + 1}");

    internal string EntryRequirementUrl => $"{UrlIn(PrimaryLanguage)}#entry-requirement";

    internal string WorkloadUrl => $"{UrlIn(PrimaryLanguage)}#workload";
}
