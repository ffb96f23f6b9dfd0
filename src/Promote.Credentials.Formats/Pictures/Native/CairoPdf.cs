using System.Globalization;
using System.Runtime.InteropServices;

namespace Promote.Credentials.Formats.Pictures.Native;

/// <summary>A PDF of one page in memory.</summary>
internal sealed partial class CairoPdf : IDisposable
{
    // cairo_pdf_metadata_t
    private const int Title = 0;
    private const int Author = 1;
    private const int Created = 5;
    private const int Modified = 6;

    private readonly CairoStream written = new();

    /// <summary>Lengths in points of 1/72 inch.</summary>
    internal unsafe CairoPdf(double width, double height) =>
        Page = cairo_pdf_surface_create_for_stream(CairoStream.Function, written.Closure, width, height);

    internal CairoSurface Page { get; }

    /// <summary>cairo would take the time of the machine for a date that it is not told.</summary>
    internal void Describe(PdfMetadata metadata)
    {
        var date = metadata.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        cairo_pdf_surface_set_metadata(Page, Title, metadata.Title);
        cairo_pdf_surface_set_metadata(Page, Author, metadata.Author);
        cairo_pdf_surface_set_metadata(Page, Created, date);
        cairo_pdf_surface_set_metadata(Page, Modified, date);
    }

    internal byte[] ToArray()
    {
        Page.Finish();
        return Page.IsSound ? written.ToArray() : throw new InvalidPictureException("cairo cannot write the PDF.");
    }

    public void Dispose()
    {
        // The surface first: an unfinished one still writes when it goes.
        Page.Dispose();
        written.Dispose();
    }

    [LibraryImport(CairoSurface.Library)]
    private static unsafe partial CairoSurface cairo_pdf_surface_create_for_stream(delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(CairoSurface.Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial void cairo_pdf_surface_set_metadata(CairoSurface surface, int metadata, string text);
}
