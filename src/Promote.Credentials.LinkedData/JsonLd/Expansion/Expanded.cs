namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>A part of an expanded document (JSON-LD 1.1 §9): node, value, list, or several of these.</summary>
internal abstract class Expanded(Place place)
{
    /// <summary>Where in the document it came from.</summary>
    public Place Place { get; } = place;

    /// <summary>The value of <c>@index</c>.</summary>
    public string? Index { get; set; }
}
