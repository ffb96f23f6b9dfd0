using System.Runtime.InteropServices;
using Promote.Credentials.Formats.Pictures.Native;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>
/// Makes PNGs and PDFs of SVGs with librsvg, by P/Invoke. The SVG gets no base address, so librsvg loads nothing that it refers to.
/// Give it only what was drawn by <see cref="BadgePicture"/> or passed <see cref="SvgUpload"/>.
/// </summary>
public static class Librsvg
{
    /// <summary>Largest width and height that is drawn, in pixels.</summary>
    public const int MaxSide = 2048;

    /// <summary>Longest side of a page in points of 1/72 inch: what PDF readers are bound to take.</summary>
    public const double MaxPoints = 14400;

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
        ThrowIfMissing();
        using var picture = RsvgHandle.Read(svg);
        using var surface = CairoSurface.Create(width, height);
        picture.Draw(surface, width, height);
        return surface.ToPng();
    }

    /// <summary>
    /// Draws the picture on a page of a PDF, as large as fits. Text stays text, and its fonts are put into the file.
    /// The same picture and metadata give the same bytes, with the same libraries and fonts.
    /// </summary>
    /// <param name="svg">What <see cref="BadgePicture"/> drew or <see cref="SvgUpload"/> took.</param>
    /// <param name="widthPoints">Width of the page in points of 1/72 inch; A4 has 595.276.</param>
    /// <param name="heightPoints">Height of the page in points; A4 has 841.89.</param>
    /// <param name="metadata">What the PDF says about itself.</param>
    /// <exception cref="InvalidPictureException">librsvg does not read or draw it.</exception>
    /// <exception cref="InvalidOperationException">librsvg is not installed.</exception>
    public static byte[] RenderPdf(ReadOnlySpan<byte> svg, double widthPoints, double heightPoints, PdfMetadata metadata)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPoints, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(widthPoints, MaxPoints);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPoints, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heightPoints, MaxPoints);
        ArgumentNullException.ThrowIfNull(metadata);
        ThrowIfMissing();

        using var picture = RsvgHandle.Read(svg);
        using var pdf = new CairoPdf(widthPoints, heightPoints);
        pdf.Describe(metadata);
        picture.Draw(pdf.Page, widthPoints, heightPoints);
        return pdf.ToArray();
    }

    /// <summary>Draws an opaque page of exactly this size, and writes it small.</summary>
    /// <exception cref="InvalidPictureException">librsvg does not read or draw it.</exception>
    /// <exception cref="InvalidOperationException">librsvg is not installed.</exception>
    internal static byte[] RenderPage(ReadOnlySpan<byte> svg, int width, int height)
    {
        ThrowIfMissing();

        using var picture = RsvgHandle.Read(svg);
        using var surface = CairoSurface.Create(width, height);
        picture.Draw(surface, width, height);
        return surface.ToPalettePng(width, height);
    }

    private static void ThrowIfMissing()
    {
        if (!IsAvailable)
        {
            throw new InvalidOperationException("librsvg is not installed.");
        }
    }

    private static bool IsThere(string library) => NativeLibrary.TryLoad(library, typeof(Librsvg).Assembly, null, out _);
}
