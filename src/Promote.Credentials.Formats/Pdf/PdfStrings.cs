using System.Globalization;
using System.Text;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>Reads strings and names with their escapes (ISO 32000-1 §7.3.4, §7.3.5).</summary>
internal static class PdfStrings
{
    private const int MaxOctalDigits = 3;

    /// <summary>What stands in parentheses, which may hold further pairs of them.</summary>
    internal static byte[] ReadLiteral(PdfScanner scanner)
    {
        scanner.Take();
        var text = new MemoryStream();
        for (var open = 1; ;)
        {
            var next = scanner.Take();
            open += next switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            if (open == 0)
            {
                return text.ToArray();
            }

            if (next == '\\')
            {
                ReadEscape(scanner, text);
            }
            else
            {
                // However a line ends in the file, in the string it ends with a line feed.
                text.WriteByte(next == '\r' ? TakeLineEnd(scanner) : next);
            }
        }
    }

    /// <summary>Pairs of digits in angle brackets; the last may lack its second, which is 0 then.</summary>
    internal static byte[] ReadHex(PdfScanner scanner)
    {
        scanner.Take();
        var digits = new StringBuilder();
        for (var next = scanner.Take(); next != '>'; next = scanner.Take())
        {
            if (!PdfScanner.WhiteSpace.Contains(next))
            {
                digits.Append((char)next);
            }
        }

        var text = digits.Append('0', digits.Length % 2).ToString();
        return text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : throw new InvalidPdfException("The PDF has a hexadecimal string with other characters.");
    }

    internal static string ReadName(PdfScanner scanner)
    {
        scanner.Take();
        var written = scanner.TakeRegular();
        var name = new StringBuilder(written.Length);
        while (!written.IsEmpty)
        {
            if (written[0] != '#')
            {
                name.Append((char)written[0]);
                written = written[1..];
            }
            else if (written.Length >= 3 && byte.TryParse(written[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                name.Append((char)value);
                written = written[3..];
            }
            else
            {
                throw new InvalidPdfException("The PDF has a name with a broken escape.");
            }
        }

        return name.ToString();
    }

    private static void ReadEscape(PdfScanner scanner, MemoryStream text)
    {
        var escaped = scanner.Take();
        switch (escaped)
        {
            case >= (byte)'0' and <= (byte)'7':
                text.WriteByte(TakeOctal(scanner, escaped - '0'));
                break;
            case (byte)'\r':
                TakeLineEnd(scanner); // the string goes on in the next line
                break;
            case (byte)'\n':
                break;
            default:
                text.WriteByte(escaped switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', _ => escaped });
                break;
        }
    }

    /// <summary>One to three digits; what does not fit a byte is left out of account.</summary>
    private static byte TakeOctal(PdfScanner scanner, int value)
    {
        for (var digits = 1; digits < MaxOctalDigits && scanner.Next is >= '0' and <= '7'; digits++)
        {
            value = (value * 8) + scanner.Take() - '0';
        }

        return (byte)value;
    }

    private static byte TakeLineEnd(PdfScanner scanner)
    {
        if (scanner.Next == '\n')
        {
            scanner.Take();
        }

        return (byte)'\n';
    }
}
