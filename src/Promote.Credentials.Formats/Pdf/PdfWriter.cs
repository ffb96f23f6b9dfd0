using System.Buffers;
using System.Globalization;
using System.Text;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>Writes values, on one line each (ISO 32000-1 §7.3).</summary>
internal static class PdfWriter
{
    internal static void Write(IBufferWriter<byte> target, PdfObject value)
    {
        switch (value)
        {
            case PdfObject.Array { Items: var items }:
                Ascii(target, "[ ");
                WriteAll(target, items);
                Ascii(target, "]");
                break;
            case PdfObject.Dictionary { Entries: var entries }:
                Ascii(target, "<< ");
                WriteAll(target, entries.SelectMany(entry => new[] { new PdfObject.Name(entry.Key), entry.Value }));
                Ascii(target, ">>");
                break;
            default:
                Ascii(target, Word(value));
                break;
        }
    }

    internal static void Ascii(IBufferWriter<byte> target, string text) => target.Write(Encoding.ASCII.GetBytes(text));

    private static void WriteAll(IBufferWriter<byte> target, IEnumerable<PdfObject> values)
    {
        foreach (var value in values)
        {
            Write(target, value);
            Ascii(target, " ");
        }
    }

    private static string Word(PdfObject value) => value switch
    {
        PdfObject.Null => "null",
        PdfObject.Boolean { Value: var truth } => truth ? "true" : "false",
        PdfObject.Integer { Value: var number } => number.ToString(CultureInfo.InvariantCulture),
        PdfObject.Real { Digits: var digits } => digits,
        PdfObject.String { Bytes: var bytes } => String(bytes),
        PdfObject.Name { Value: var name } => Name(name),
        PdfObject.Reference(var number, var generation) => string.Create(CultureInfo.InvariantCulture, $"{number} {generation} R"),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} is no value inside another."),
    };

    /// <summary>In parentheses when it is printable ASCII, in hexadecimal digits otherwise.</summary>
    private static string String(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~')
        ? $"<{Convert.ToHexString(bytes)}>"
        : $"({Encoding.ASCII.GetString(bytes).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)})";

    /// <summary>Whatever is not a regular character of printable ASCII as its number.</summary>
    private static string Name(string name)
    {
        var written = new StringBuilder("/");
        foreach (var character in name)
        {
            if (character is > ' ' and <= '~' && !"()<>[]{}/%#".Contains(character, StringComparison.Ordinal))
            {
                written.Append(character);
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"#{(int)character:X2}");
            }
        }

        return written.ToString();
    }
}
