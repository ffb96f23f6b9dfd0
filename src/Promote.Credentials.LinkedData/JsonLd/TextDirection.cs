using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>The two values of <c>@direction</c>.</summary>
internal static class TextDirection
{
    /// <summary>Reads "ltr", "rtl" or null, which is no direction.</summary>
    public static bool TryRead(JsonElement value, out string? direction)
    {
        direction = value.ValueKind switch
        {
            JsonValueKind.String when value.ValueEquals("ltr"u8) => "ltr",
            JsonValueKind.String when value.ValueEquals("rtl"u8) => "rtl",
            _ => null,
        };
        return direction is not null || value.ValueKind == JsonValueKind.Null;
    }
}
