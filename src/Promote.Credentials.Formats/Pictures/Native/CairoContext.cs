using System.Runtime.InteropServices;

namespace Promote.Credentials.Formats.Pictures.Native;

/// <summary>cairo_t: what draws on a surface.</summary>
internal sealed partial class CairoContext : SafeHandle
{
    public CairoContext()
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    internal static CairoContext On(CairoSurface surface) => cairo_create(surface);

    protected override bool ReleaseHandle()
    {
        cairo_destroy(handle);
        return true;
    }

    [LibraryImport(CairoSurface.Library)]
    private static partial CairoContext cairo_create(CairoSurface surface);

    [LibraryImport(CairoSurface.Library)]
    private static partial void cairo_destroy(nint context);
}
