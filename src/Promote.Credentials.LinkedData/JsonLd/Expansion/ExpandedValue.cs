using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>A value object.</summary>
internal sealed class ExpandedValue(Place place) : Expanded(place)
{
    /// <summary>The value where it is a string; else null.</summary>
    public string? Text { get; init; }

    /// <summary>The value where it is no string: number, boolean, or any JSON of the type <c>@json</c>.</summary>
    public JsonElement Json { get; init; }

    public string? Type { get; init; }

    public string? Language { get; init; }

    public string? Direction { get; init; }
}
