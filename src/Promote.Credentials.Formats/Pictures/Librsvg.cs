using System.Runtime.InteropServices;
using Promote.Credentials.Formats.Pictures.Native;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>
/// Makes PNGs of SVGs with librsvg, by P/Invoke. The SVG gets no base address, so librsvg loads nothing that it refers to.
/// Give it only what was drawn by <see cref="BadgePicture"/> or passed <see cref="SvgUpload"/>.
/// </summary>
public static class Librsvg
{
    /// <summary>Largest width and height that is drawn, in pixels.</summary>
    public const int MaxSide = 2048;

    /// <summary>Whether librsvg and cairo are installed: librsvg2-2 in Debian.</summary>
    public static bool IsAvailable { get; } = IsThere(RsvgHandle.Library) && IsThere(CairoSurface.Library) && IsThere(RsvgHandle.ObjectLibrary);

    /// <summary>Draws the picture as large as fits, keeping its proportions, on nothing.</summary>
    /// <exception cref="InvalidPictureException">librsvg does not read or draw it.</exception>
    /// <exception cref="InvalidOperationException">librsvg is not installed.</exception>
    public static byte[] RenderPng(ReadOnlySpan<byte> svg, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxSide);
        if (!IsAvailable)
        {
            throw new InvalidOperationException("librsvg is not installed.");
        }

        using var picture = RsvgHandle.Read(svg);
        using var surface = CairoSurface.Create(width, height);
        picture.Draw(surface, width, height);
        return surface.ToPng();
    }

    private static bool IsThere(string library) => NativeLibrary.TryLoad(library, typeof(Librsvg).Assembly, null, out _);
}
