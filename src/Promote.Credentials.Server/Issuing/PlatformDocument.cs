using System.Text.Json;
using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What issuing has to know of a platform's document, whatever its shape: the linter judges it later.</summary>
internal static class PlatformDocument
{
    /// <summary>The id of its issuer; null where it names none.</summary>
    public static string? IssuerOf(this JsonElement document) => Member(document, "issuer") is { ValueKind: JsonValueKind.Object } issuer ? Text(issuer, "id") : Text(document, "issuer");

    /// <summary>Its own id; null where it has none.</summary>
    public static string? DocumentId(this JsonElement document) => Text(document, "id");

    /// <summary>Whether it says itself how it can end.</summary>
    public static bool HasStatus(this JsonElement document) => Member(document, "credentialStatus").ValueKind != JsonValueKind.Undefined;

    /// <summary>Whether it is of version 1.1 of the data model.</summary>
    public static bool IsVersionOne(this JsonElement document)
    {
        var contexts = Member(document, "@context");
        var first = contexts.ValueKind == JsonValueKind.Array ? contexts.EnumerateArray().FirstOrDefault() : contexts;
        return first.ValueKind == JsonValueKind.String && first.ValueEquals(VersionOne.Context);
    }

    private static JsonElement Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
