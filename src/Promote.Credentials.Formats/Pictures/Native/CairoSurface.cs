using System.Runtime.InteropServices;
using Promote.Credentials.Formats.Pictures.Png;

namespace Promote.Credentials.Formats.Pictures.Native;

/// <summary>What is drawn on: pixels in memory, or a page of a PDF. cairo answers a failed creation with a surface that is in an error state, never with null.</summary>
internal sealed partial class CairoSurface : SafeHandle
{
    internal const string Library = "libcairo.so.2";

    private const int Argb32 = 0; // CAIRO_FORMAT_ARGB32
    private const int Success = 0; // CAIRO_STATUS_SUCCESS

    public CairoSurface()
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Whether everything done with it so far succeeded.</summary>
    internal bool IsSound => cairo_surface_status(this) == Success;

    internal static CairoSurface Create(int width, int height)
    {
        var surface = cairo_image_surface_create(Argb32, width, height);
        if (!surface.IsSound)
        {
            surface.Dispose();
            throw new InvalidPictureException($"cairo has no surface of {width} x {height} pixels.");
        }

        return surface;
    }

    internal unsafe byte[] ToPng()
    {
        using var png = new CairoStream();
        var status = cairo_surface_write_to_png_stream(this, CairoStream.Function, png.Closure);
        return status == Success ? png.ToArray() : throw new InvalidPictureException("cairo cannot write the PNG.");
    }

    /// <summary>The pixels with a palette; they have to be opaque. Cairo's own writer makes files three times as large and takes as long as the drawing.</summary>
    internal unsafe byte[] ToPalettePng(int width, int height)
    {
        cairo_surface_flush(this);
        var stride = cairo_image_surface_get_stride(this);
        return PixelPng.Write(new ReadOnlySpan<byte>((void*)cairo_image_surface_get_data(this), stride * height), width, height, stride);
    }

    /// <summary>Writes what is still to be written; nothing can be drawn afterwards.</summary>
    internal void Finish() => cairo_surface_finish(this);

    protected override bool ReleaseHandle()
    {
        cairo_surface_destroy(handle);
        return true;
    }

    [LibraryImport(Library)]
    private static partial CairoSurface cairo_image_surface_create(int format, int width, int height);

    [LibraryImport(Library)]
    private static partial int cairo_surface_status(CairoSurface surface);

    [LibraryImport(Library)]
    private static unsafe partial int cairo_surface_write_to_png_stream(CairoSurface surface, delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(Library)]
    private static partial void cairo_surface_flush(CairoSurface surface);

    [LibraryImport(Library)]
    private static partial nint cairo_image_surface_get_data(CairoSurface surface);

    [LibraryImport(Library)]
    private static partial int cairo_image_surface_get_stride(CairoSurface surface);

    [LibraryImport(Library)]
    private static partial void cairo_surface_finish(CairoSurface surface);

    [LibraryImport(Library)]
    private static partial void cairo_surface_destroy(nint surface);
}
