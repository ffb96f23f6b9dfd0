using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>
/// A signed badge in the languages that its achievement was published in. The signed document is in one language and links its
/// other editions; their texts come from this service's own record of the same version, every other value is the signed one.
/// </summary>
/// <param name="signed">What was signed.</param>
/// <param name="published">An edition of the very version that was awarded; null where there is none.</param>
internal sealed class BadgeEditions(BadgeView signed, AchievementEdition? published)
{
    /// <summary>The languages that the whole badge can be shown in, the signed one first.</summary>
    public IReadOnlyList<string> Languages { get; } = [.. Signed(signed), .. Others(signed, published)];

    /// <summary>The badge in one of <see cref="Languages"/>, or as it was signed.</summary>
    public BadgeView In(string? language) =>
        language is null || language == signed.Achievement?.Language || published?.In(language) is not { } edition ? signed : signed with
        {
            Issuer = signed.Issuer with { Name = ProfileIn(edition).Name, Description = ProfileIn(edition).Description },
            Achievement = Translated(signed.Achievement!, Read(edition)),
        };

    private static IEnumerable<string> Signed(BadgeView signed) => signed.Achievement?.Language is { } language ? [language] : [];

    private static IEnumerable<string> Others(BadgeView signed, AchievementEdition? published) =>
        signed.Achievement is { Language: { } language } achievement && published?.In(language) is { } same && IsSame(achievement, Read(same)) && SaysTheSame(signed.Issuer, ProfileIn(same))
            ? CompleteLanguages.Of(published.Version.Content, published.Creator.Issuer).Where(other => other != language)
            : [];

    // Other texts may only stand for the signed ones while both say the same in the language of the signature.
    private static bool IsSame(AchievementView signed, AchievementView published) =>
        (signed.Version, signed.Name, signed.Description, signed.Criteria) == (published.Version, published.Name, published.Description, published.Criteria)
        && signed.Alignments.Select(target => (target.Type, target.Name)).SequenceEqual(published.Alignments.Select(target => (target.Type, target.Name)))
        && signed.ResultDescriptions.Select(result => (result.Type, result.Name)).SequenceEqual(published.ResultDescriptions.Select(result => (result.Type, result.Name)))
        && signed.ResultDescriptions.SelectMany(result => result.Levels).SequenceEqual(published.ResultDescriptions.SelectMany(result => result.Levels));

    private static bool SaysTheSame(ProfileView signed, ProfileView now) => (signed.Name, signed.Description) == (now.Name, now.Description);

    private static AchievementView Translated(AchievementView signed, AchievementView edition) => signed with
    {
        Language = edition.Language,
        Name = edition.Name,
        Description = edition.Description,
        Criteria = edition.Criteria,
        Creator = signed.Creator is { } creator ? creator with { Name = edition.Creator?.Name ?? creator.Name } : null,
        Alignments = [.. signed.Alignments.Zip(edition.Alignments, (target, other) => target with { Name = other.Name })],
        ResultDescriptions = [.. signed.ResultDescriptions.Zip(edition.ResultDescriptions, (result, other) => result with { Name = other.Name, Levels = other.Levels })],
    };

    private static AchievementView Read(AchievementEdition edition) => Reader.ReadAchievement(Root(Writer.WriteAchievement(edition)))!;

    private static ProfileView ProfileIn(AchievementEdition edition) => Reader.ReadProfile(Root(Writer.WriteProfile(edition.Creator, edition.Language)));

    private static JsonElement Root(byte[] utf8) => StrictJson.Parse(utf8).RootElement;
}
