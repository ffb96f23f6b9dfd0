using System.Buffers;
using System.Text.Unicode;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>
/// A text as the JSON string that a seal carries it in (RFC 7797 §3, <c>b64</c>: false). Only what RFC 8259 §7 demands is escaped, so
/// that letters of all languages stay readable, and reading the string gives the text byte for byte.
/// </summary>
internal static class PayloadText
{
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    /// <exception cref="ArgumentException">The text is not UTF-8.</exception>
    public static void Write(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new ArgumentException("The payload is not UTF-8.", nameof(utf8));
        }
        output.Write("\""u8);
        for (int next; (next = utf8.IndexOfAny(Escaped)) >= 0; utf8 = utf8[(next + 1)..])
        {
            output.Write(utf8[..next]);
            WriteEscape(utf8[next], output);
        }
        output.Write(utf8);
        output.Write("\""u8);
    }

    private static void WriteEscape(byte character, IBufferWriter<byte> output)
    {
        switch (character)
        {
            case (byte)'"': output.Write("\\\""u8); break;
            case (byte)'\\': output.Write("\\\\"u8); break;
            case (byte)'\t': output.Write("\\t"u8); break;
            case (byte)'\n': output.Write("\\n"u8); break;
            case (byte)'\r': output.Write("\\r"u8); break;
            default:
                output.Write("\\u00"u8);
                output.Write([(byte)('0' + (character >> 4)), "0123456789abcdef"u8[character & 15]]);
                break;
        }
    }
}
