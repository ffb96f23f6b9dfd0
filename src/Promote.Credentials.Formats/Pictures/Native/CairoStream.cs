using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Promote.Credentials.Formats.Pictures.Native;

/// <summary>Where cairo writes a file: memory. It has to outlive every surface that was created on it.</summary>
internal sealed unsafe class CairoStream : IDisposable
{
    private const int Success = 0; // CAIRO_STATUS_SUCCESS

    private readonly MemoryStream written = new();
    private GCHandle handle;

    internal CairoStream() => handle = GCHandle.Alloc(written);

    /// <summary>cairo_write_func_t.</summary>
    internal static delegate* unmanaged[Cdecl]<nint, byte*, uint, int> Function => &Write;

    /// <summary>What the function is called with first.</summary>
    internal nint Closure => GCHandle.ToIntPtr(handle);

    public void Dispose()
    {
        if (handle.IsAllocated)
        {
            handle.Free();
        }

        written.Dispose();
    }

    internal byte[] ToArray() => written.ToArray();

    /// <summary>Takes the next bytes of the file.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint closure, byte* data, uint length)
    {
        ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
        return Success;
    }
}
