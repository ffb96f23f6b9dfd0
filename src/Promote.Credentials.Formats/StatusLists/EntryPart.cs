using System.Globalization;
using System.Text.Json;

namespace Promote.Credentials.Formats.StatusLists;

/// <summary>The BitstringStatusListEntry of a document: which bit of which list ends it.</summary>
internal static class EntryPart
{
    internal static void Write(Utf8JsonWriter json, StatusPlace place, PublicUrls urls)
    {
        json.WritePropertyName("credentialStatus"u8);
        WriteValue(json, new(Terms.Revocation, place), urls);
    }

    internal static void WriteValue(Utf8JsonWriter json, StatusEntry entry, PublicUrls urls)
    {
        var (list, index) = (urls.StatusList(entry.Place.ListId), entry.Place.Index.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject();
        json.WriteString("id"u8, $"{list}#{index}");
        json.WriteString("type"u8, Terms.EntryType);
        json.WriteString("statusPurpose"u8, entry.Purpose);
        json.WriteString("statusListIndex"u8, index);
        json.WriteString("statusListCredential"u8, list);
        json.WriteEndObject();
    }
}
