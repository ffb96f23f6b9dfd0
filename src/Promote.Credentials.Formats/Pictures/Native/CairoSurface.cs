using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Promote.Credentials.Formats.Pictures.Native;

/// <summary>An image of pixels in memory. cairo answers a failed creation with a surface that is in an error state, never with null.</summary>
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

    internal static CairoSurface Create(int width, int height)
    {
        var surface = cairo_image_surface_create(Argb32, width, height);
        if (cairo_surface_status(surface) != Success)
        {
            surface.Dispose();
            throw new InvalidPictureException($"cairo has no surface of {width} x {height} pixels.");
        }

        return surface;
    }

    internal unsafe byte[] ToPng()
    {
        using var png = new MemoryStream();
        var closure = GCHandle.Alloc(png);
        try
        {
            var status = cairo_surface_write_to_png_stream(this, &Write, GCHandle.ToIntPtr(closure));
            return status == Success ? png.ToArray() : throw new InvalidPictureException("cairo cannot write the PNG.");
        }
        finally
        {
            closure.Free();
        }
    }

    protected override bool ReleaseHandle()
    {
        cairo_surface_destroy(handle);
        return true;
    }

    /// <summary>cairo_write_func_t: takes the next bytes of the file.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int Write(nint closure, byte* data, uint length)
    {
        ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
        return Success;
    }

    [LibraryImport(Library)]
    private static partial CairoSurface cairo_image_surface_create(int format, int width, int height);

    [LibraryImport(Library)]
    private static partial int cairo_surface_status(CairoSurface surface);

    [LibraryImport(Library)]
    private static unsafe partial int cairo_surface_write_to_png_stream(CairoSurface surface, delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(Library)]
    private static partial void cairo_surface_destroy(nint surface);
}
