using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3.Views;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>Reads what may be shown in public of an OpenBadgeCredential by any issuer. Never throws for a strange document.</summary>
public static class Reader
{
    /// <summary>Reads a credential, signed or not. Its recipient, results, evidence and narrative are left out.</summary>
    public static BadgeView Read(JsonElement credential)
    {
        var subject = credential.Part("credentialSubject");
        return new BadgeView
        {
            Id = credential.Text("id"),
            Types = credential.Texts("type"),
            Name = credential.Text("name"),
            Description = credential.Text("description"),
            Issuer = ReadProfile(credential.Part("issuer")),
            AwardedDate = credential.Text("awardedDate"),
            ValidFrom = credential.Text("validFrom"),
            ValidUntil = credential.Text("validUntil"),
            ActivityStartDate = subject.Text("activityStartDate"),
            ActivityEndDate = subject.Text("activityEndDate"),
            Achievement = ReadAchievement(subject.Part("achievement")),
        };
    }

    /// <summary>The address when it is an absolute http or https URL, which a page may link to; else null.</summary>
    public static Uri? WebLink(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? url : null;

    /// <summary>Reads a Profile. Like an image it may be given by its id alone.</summary>
    public static ProfileView ReadProfile(JsonElement profile) => profile.ValueKind switch
    {
        JsonValueKind.String => new ProfileView { Id = profile.GetString() },
        JsonValueKind.Object => new ProfileView
        {
            Id = profile.Text("id"),
            Name = profile.Text("name"),
            Url = profile.Text("url"),
            Email = profile.Text("email"),
            Description = profile.Text("description"),
            Country = profile.Part("address").Text("addressCountryCode") ?? profile.Part("address").Text("addressCountry"),
            Image = ReadImage(profile),
        },
        _ => new ProfileView(),
    };

    private static string? ReadImage(JsonElement owner) => owner.Text("image") ?? owner.Part("image").Text("id");

    /// <summary>Reads an Achievement; null when it is none.</summary>
    public static AchievementView? ReadAchievement(JsonElement achievement) => achievement.ValueKind != JsonValueKind.Object ? null : new()
    {
        Id = achievement.Text("id"),
        Type = achievement.Text("achievementType"),
        Name = achievement.Text("name"),
        Description = achievement.Text("description"),
        Criteria = achievement.Part("criteria").Text("narrative"),
        CriteriaUrl = achievement.Text("criteria") ?? achievement.Part("criteria").Text("id"),
        Language = achievement.Text("inLanguage"),
        Version = achievement.Text("version"),
        HumanCode = achievement.Text("humanCode"),
        FieldOfStudy = achievement.Text("fieldOfStudy"),
        Specialization = achievement.Text("specialization"),
        Credits = achievement.Number("creditsAvailable"),
        Image = ReadImage(achievement),
        Creator = achievement.Part("creator") is { ValueKind: not JsonValueKind.Undefined } creator ? ReadProfile(creator) : null,
        Tags = achievement.Texts("tag"),
        Alignments = [.. achievement.Items("alignment").Select(ReadAlignment)],
        ResultDescriptions = [.. achievement.Items("resultDescription").Select(ReadResultDescription)],
        Related = [.. achievement.Items("related").Select(ReadRelated)],
    };

    private static AlignmentView ReadAlignment(JsonElement alignment) => new()
    {
        Name = alignment.Text("targetName"),
        Url = alignment.Text("targetUrl"),
        Type = alignment.Text("targetType"),
        Framework = alignment.Text("targetFramework"),
        Code = alignment.Text("targetCode"),
        Description = alignment.Text("targetDescription"),
    };

    private static ResultDescriptionView ReadResultDescription(JsonElement description) => new()
    {
        Id = description.Text("id"),
        Name = description.Text("name"),
        Type = description.Text("resultType"),
        AllowedValues = description.Texts("allowedValue"),
        ValueMin = description.Text("valueMin"),
        ValueMax = description.Text("valueMax"),
        RequiredValue = description.Text("requiredValue"),
        RequiredLevel = description.Text("requiredLevel"),
        Levels = [.. description.Items("rubricCriterionLevel").Select(level => (level.Text("id"), level.Text("name")))],
    };

    private static RelatedView ReadRelated(JsonElement related) => new()
    {
        Id = related.Text("id"),
        Language = related.Text("inLanguage"),
        Version = related.Text("version"),
    };
}
