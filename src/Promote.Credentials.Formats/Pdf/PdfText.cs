using System.Text;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>Strings that people read (ISO 32000-1 §7.9.2.2): UTF-16BE behind a byte order mark, or PDFDocEncoding, of which the printable part of ASCII is written.</summary>
internal static class PdfText
{
    private const char Unknown = '\uFFFD';

    // Annex D.3, where PDFDocEncoding is not Latin-1.
    private const string From18 = "˘ˇˆ˙˝˛˚˜";
    private const string From80 = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";

    private static readonly UnicodeEncoding Utf16 = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Utf16Mark => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    internal static PdfObject.String Write(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        ? new([.. Utf16Mark, .. Utf16.GetBytes(text)])
        : new(Encoding.ASCII.GetBytes(text));

    /// <summary>What is no text becomes U+FFFD: names and descriptions are shown, never compared. UTF-8 is of ISO 32000-2.</summary>
    internal static string Read(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(Utf16Mark))
        {
            return Encoding.BigEndianUnicode.GetString(text[Utf16Mark.Length..]);
        }

        return text.StartsWith(Utf8Mark) ? Encoding.UTF8.GetString(text[Utf8Mark.Length..]) : ReadPdfDoc(text);
    }

    private static string ReadPdfDoc(ReadOnlySpan<byte> text)
    {
        var characters = new StringBuilder(text.Length);
        foreach (var value in text)
        {
            characters.Append(value switch
            {
                (byte)'\t' or (byte)'\n' or (byte)'\r' => (char)value,
                < 0x18 or 0x7F or 0xAD => Unknown,
                < 0x20 => From18[value - 0x18],
                >= 0x80 and <= 0xA0 => From80[value - 0x80],
                _ => (char)value,
            });
        }

        return characters.ToString();
    }
}
