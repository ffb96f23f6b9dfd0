using System.Globalization;
using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>OB 2.0 BadgeClass of a version of an achievement. Results, credits and languages have no member here: the OB 3.0 form that it leads to has them.</summary>
internal static class BadgeClassPart
{
    internal static void WriteMembers(Utf8JsonWriter json, AchievementEdition edition)
    {
        var content = edition.Version.Content;
        json.WriteString("id"u8, edition.BadgeClassUrl);
        json.WriteString("type"u8, "BadgeClass"u8);
        json.WriteString("name"u8, edition.Text(content.Name));
        json.WriteString("description"u8, edition.Text(content.Description));
        json.WriteString("image"u8, edition.ImageUrl);
        json.WriteStartObject("criteria"u8);
        json.WriteString("type"u8, "Criteria"u8);
        json.WriteString("id"u8, edition.Id); // a page for people under the same URL
        json.WriteString("narrative"u8, edition.Text(content.Criteria));
        json.WriteEndObject();
        json.WriteString("issuer"u8, edition.Creator.Urls.OpenBadges2Issuer(edition.Creator.Issuer.Slug));
        WriteAlignments(json, edition);
        json.WriteString("version"u8, edition.Version.Number.ToString(CultureInfo.InvariantCulture));
        RelatedPart.Write(json, Terms.Achievement, edition.Id);
    }

    private static void WriteAlignments(Utf8JsonWriter json, AchievementEdition edition)
    {
        Alignment[] alignments = [.. AlignmentPart.Of(edition)];
        if (alignments.Length == 0)
        {
            return;
        }

        json.WriteStartArray("alignment"u8);
        foreach (var alignment in alignments)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "AlignmentObject"u8);
            json.WriteString("targetName"u8, alignment.Name);
            json.WriteString("targetUrl"u8, alignment.Url);
            json.WriteOptional("targetFramework"u8, alignment.Framework);
            json.WriteOptional("targetCode"u8, alignment.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
