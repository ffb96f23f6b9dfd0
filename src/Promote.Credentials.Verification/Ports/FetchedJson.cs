using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Verification.Ports;

/// <summary>JSON that somebody else serves.</summary>
internal static class FetchedJson
{
    /// <summary>The document; an undefined element where the bytes are no strict JSON.</summary>
    internal static JsonElement Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            // Not disposed: what is read lives as long as the report.
            return StrictJson.Parse(utf8).RootElement;
        }
        catch (MalformedJsonException)
        {
            return default;
        }
    }
}
