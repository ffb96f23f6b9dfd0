using System.Text.Json;

namespace Promote.Credentials.Formats.Europass;

/// <summary>
/// The contexts of a European Digital Credential, in this order, on the outermost object and nowhere else. Any other could
/// define what the profile does not, and have it pass for known.
/// </summary>
internal static class EdcContexts
{
    public const string Credentials = "https://www.w3.org/2018/credentials/v1";
    public const string ApplicationProfile = "http://data.europa.eu/snb/model/context/edc-ap";
    public const string Member = "@context";

    public static bool AreThoseOf(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object
        && payload.TryGetProperty(Member, out var contexts)
        && contexts.ValueKind == JsonValueKind.Array
        && contexts.GetArrayLength() == 2
        && Is(contexts[0], Credentials)
        && Is(contexts[1], ApplicationProfile);

    private static bool Is(JsonElement context, string url) => context.ValueKind == JsonValueKind.String && context.ValueEquals(url);
}
