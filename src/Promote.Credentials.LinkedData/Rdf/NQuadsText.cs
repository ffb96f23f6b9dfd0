using System.Buffers;

namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>Lexical forms as canonical N-Quads write them (RDFC-1.0 §5): what must be escaped is, everything else is as it is.</summary>
internal static class NQuadsText
{
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', '\x7f']);

    public static void Escape(ReadOnlySpan<char> text, Utf8Buffer output)
    {
        for (int next; (next = text.IndexOfAny(Escaped)) >= 0; text = text[(next + 1)..])
        {
            output.Append(text[..next]);
            WriteEscape(text[next], output);
        }

        output.Append(text);
    }

    private static void WriteEscape(char character, Utf8Buffer output)
    {
        switch (character)
        {
            case '"': output.Append("\\\""u8); break;
            case '\\': output.Append("\\\\"u8); break;
            case '\b': output.Append("\\b"u8); break;
            case '\t': output.Append("\\t"u8); break;
            case '\n': output.Append("\\n"u8); break;
            case '\f': output.Append("\\f"u8); break;
            case '\r': output.Append("\\r"u8); break;
            default:
                output.Append("\\u00"u8);
                output.Append((byte)('0' + (character >> 4)));
                output.Append("0123456789ABCDEF"u8[character & 15]);
                break;
        }
    }
}
