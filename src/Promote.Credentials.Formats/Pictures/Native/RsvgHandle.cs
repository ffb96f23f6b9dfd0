using System.Runtime.InteropServices;

namespace Promote.Credentials.Formats.Pictures.Native;

/// <summary>A loaded SVG.</summary>
internal sealed partial class RsvgHandle : SafeHandle
{
    internal const string Library = "librsvg-2.so.2";
    internal const string ObjectLibrary = "libgobject-2.0.so.0";

    public RsvgHandle()
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    internal static RsvgHandle Read(ReadOnlySpan<byte> svg)
    {
        var loaded = rsvg_handle_new_from_data(svg, (nuint)svg.Length, out var error);
        if (loaded.IsInvalid)
        {
            loaded.Dispose();
            throw GlibError.Taken(error);
        }

        return loaded;
    }

    internal void Draw(CairoSurface surface, double width, double height)
    {
        using var context = CairoContext.On(surface);
        var viewport = new Rectangle(0, 0, width, height);
        if (rsvg_handle_render_document(this, context, viewport, out var error) == 0)
        {
            throw GlibError.Taken(error);
        }
    }

    protected override bool ReleaseHandle()
    {
        g_object_unref(handle);
        return true;
    }

    [LibraryImport(Library)]
    private static partial RsvgHandle rsvg_handle_new_from_data(ReadOnlySpan<byte> data, nuint length, out nint error);

    [LibraryImport(Library)]
    private static partial int rsvg_handle_render_document(RsvgHandle handle, CairoContext context, in Rectangle viewport, out nint error);

    [LibraryImport(ObjectLibrary)]
    private static partial void g_object_unref(nint instance);

    /// <summary>RsvgRectangle.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Rectangle(double X, double Y, double Width, double Height);
}
