using System.Runtime.InteropServices;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>The fonts that librsvg draws with.</summary>
internal static partial class FontConfig
{
    private const string Library = "libfontconfig.so.1";
    private const string Family = "family";
    private const int Match = 0; // FcResultMatch

    /// <summary>Whether a family is installed. Asked for another one, fontconfig answers the nearest that there is.</summary>
    internal static bool Has(string family)
    {
        if (!NativeLibrary.TryLoad(Library, typeof(FontConfig).Assembly, null, out _))
        {
            return false;
        }

        var pattern = FcNameParse(family);
        _ = FcConfigSubstitute(0, pattern, 0);
        FcDefaultSubstitute(pattern);
        var found = FcFontMatch(0, pattern, out _);
        FcPatternDestroy(pattern);
        if (found == 0)
        {
            return false;
        }

        var isIt = FcPatternGetString(found, Family, 0, out var name) == Match && Marshal.PtrToStringUTF8(name) == family;
        FcPatternDestroy(found);
        return isIt;
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint FcNameParse(string name);

    [LibraryImport(Library)]
    private static partial int FcConfigSubstitute(nint config, nint pattern, int kind);

    [LibraryImport(Library)]
    private static partial void FcDefaultSubstitute(nint pattern);

    [LibraryImport(Library)]
    private static partial nint FcFontMatch(nint config, nint pattern, out int result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FcPatternGetString(nint pattern, string name, int index, out nint value);

    [LibraryImport(Library)]
    private static partial void FcPatternDestroy(nint pattern);
}
