namespace Promote.Credentials.Formats.Pictures;

/// <summary>What a drawn badge shows.</summary>
public sealed record BadgeFace
{
    /// <summary>Name of the achievement, in one language.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the issuer, in the same language.</summary>
    public required string Issuer { get; init; }

    /// <summary>Colour of the badge; white text is legible on it.</summary>
    public required BadgeColour Colour { get; init; }

    /// <summary>The level on the ribbon, such as <c>EQF 4</c>; no ribbon without one.</summary>
    public string? Level { get; init; }

    /// <summary>One to three letters of the issuer; a star without them.</summary>
    public string? Monogram { get; init; }
}
