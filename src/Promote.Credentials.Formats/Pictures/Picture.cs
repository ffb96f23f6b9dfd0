namespace Promote.Credentials.Formats.Pictures;

/// <summary>A picture that was drawn or examined here, ready to be served and baked.</summary>
/// <param name="MediaType"><see cref="Png"/> or <see cref="Svg"/>.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Width">Pixels, or units of the view box, rounded up.</param>
/// <param name="Height">As <paramref name="Width"/>.</param>
public sealed record Picture(string MediaType, ReadOnlyMemory<byte> Bytes, int Width, int Height)
{
    /// <summary>Media type of PNG.</summary>
    public const string Png = "image/png";

    /// <summary>Media type of SVG.</summary>
    public const string Svg = "image/svg+xml";
}
