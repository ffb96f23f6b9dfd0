using System.Globalization;
using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>OB 3.0 Achievement with its criteria, alignments, result descriptions and other editions.</summary>
internal static class AchievementPart
{
    internal static void WriteMembers(Utf8JsonWriter json, AchievementEdition edition, IReadOnlyList<AwardPart> parts)
    {
        var content = edition.Version.Content;
        json.WriteString("id"u8, edition.Id);
        json.WriteType("Achievement");
        json.WriteString("achievementType"u8, content.Type);
        json.WriteString("name"u8, edition.Text(content.Name));
        json.WriteString("description"u8, edition.Text(content.Description));
        json.WriteStartObject("criteria"u8);
        json.WriteString("narrative"u8, edition.Text(content.Criteria));
        json.WriteEndObject();
        json.WriteImage(edition.ImageUrl);
        json.WriteString("inLanguage"u8, edition.Language);
        json.WriteString("version"u8, edition.Version.Number.ToString(CultureInfo.InvariantCulture));
        if (content.Credits is { } credits)
        {
            json.WriteCredits("creditsAvailable"u8, credits.Ects);
        }

        ProfilePart.WriteCreator(json, edition.Creator, edition.Language);
        AlignmentPart.Write(json, edition);
        WriteResultDescriptions(json, edition);
        WriteRelated(json, edition, parts);
    }

    private static void WriteResultDescriptions(Utf8JsonWriter json, AchievementEdition edition)
    {
        var descriptions = edition.Version.Content.ResultDescriptions;
        if (descriptions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("resultDescription"u8);
        foreach (var description in descriptions)
        {
            json.WriteStartObject();
            WriteResultDescription(json, edition, description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResultDescription(Utf8JsonWriter json, AchievementEdition edition, ResultDescription description)
    {
        json.WriteString("id"u8, edition.ResultDescriptionUrl(description.Id));
        json.WriteType("ResultDescription");
        json.WriteString("name"u8, edition.Text(description.Name));
        json.WriteString("resultType"u8, description.ResultType);
        if (description.AllowedValues.Count > 0)
        {
            json.WriteStartArray("allowedValue"u8);
            foreach (var value in description.AllowedValues)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        if (description is { Levels.Count: > 0, RequiredValue: { } level })
        {
            json.WriteString("requiredLevel"u8, edition.LevelUrl(description.Id, level));
        }
        else
        {
            json.WriteOptional("requiredValue"u8, description.RequiredValue);
        }

        json.WriteOptional("valueMin"u8, description.ValueMin);
        json.WriteOptional("valueMax"u8, description.ValueMax);
        if (description.Outcome is { } outcome)
        {
            AlignmentPart.WriteOutcome(json, edition, outcome);
        }

        WriteLevels(json, edition, description);
    }

    private static void WriteLevels(Utf8JsonWriter json, AchievementEdition edition, ResultDescription description)
    {
        if (description.Levels.Count == 0)
        {
            return;
        }

        json.WriteStartArray("rubricCriterionLevel"u8);
        foreach (var level in description.Levels)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, edition.LevelUrl(description.Id, level.Id));
            json.WriteType("RubricCriterionLevel");
            json.WriteString("name"u8, edition.Text(level.Name));
            json.WriteOptional("description"u8, level.Description is { } text ? edition.Text(text) : null);
            json.WriteOptional("points"u8, level.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Its Open Badges 2.0 form (OB 3.0 Implementation Guide, Migrating), then its other languages, then what a larger award consists of.
    private static void WriteRelated(Utf8JsonWriter json, AchievementEdition edition, IReadOnlyList<AwardPart> parts)
    {
        json.WriteStartArray("related"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, edition.BadgeClassUrl);
        json.WriteStartArray("type"u8);
        json.WriteStringValue("Related"u8);
        json.WriteStringValue(Terms.BadgeClass);
        json.WriteEndArray();
        json.WriteString("version"u8, Terms.OpenBadges2);
        json.WriteEndObject();
        foreach (var language in edition.OtherLanguages)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, edition.UrlIn(language));
            json.WriteType("Related");
            json.WriteString("inLanguage"u8, language);
            json.WriteEndObject();
        }

        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, edition.Creator.Urls.Achievement(part.Achievement, part.Version));
            json.WriteType("Related");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
