using System.Runtime.InteropServices;

namespace Promote.Credentials.Formats.Pictures.Native;

/// <summary>GError, which the caller of a failed function owns.</summary>
internal static partial class GlibError
{
    private const string Library = "libglib-2.0.so.0";

    /// <summary>Domain and code, 32 bits each, stand before the message.</summary>
    private const int MessageOffset = 8;

    /// <summary>The exception that says what the error says; frees the error.</summary>
    internal static InvalidPictureException Taken(nint error)
    {
        if (error == 0)
        {
            return new("librsvg failed without a reason.");
        }

        var message = Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(error, MessageOffset));
        g_error_free(error);
        return new($"librsvg: {message}");
    }

    [LibraryImport(Library)]
    private static partial void g_error_free(nint error);
}
