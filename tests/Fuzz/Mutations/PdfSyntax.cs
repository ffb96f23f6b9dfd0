using System.Buffers;
using System.Text;

namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>PDF objects by their look: the parts are tokens, references, dictionaries and arrays. Half of the changes keep the length, so that offsets behind them stay right.</summary>
internal sealed class PdfSyntax : Syntax
{
    private static readonly string[] Words =
    [
        "null", "true", "-1", "0", "2147483648", "99999999999999999999", "1.5", "1 0 R", "2 0 R", "4 0 R", "5 0 R", "6 0 R", "999 0 R", "1 65535 R", "<<>>", "[]", "()", "<>", "<6>", "(\\", "(\\777)", "/", "/#", "/#00",
        "/FlateDecode", "/ASCIIHexDecode", "/LZWDecode", "/Crypt", "[/FlateDecode /FlateDecode]", "/Length 0", "/Length 5 0 R", "/Length 99999999", "/Prev 0", "/Prev 9", "/XRefStm 9", "/Kids [4 0 R]", "/Kids [4 0 R 4 0 R]",
        "/Names [(a) 5 0 R]", "/Names [(a) 5 0 R (b) 5 0 R]", "/Encrypt 1 0 R", "/Type /ObjStm /N 1 /First 0", "/N 99999", "/First -1", "/Extends 7 0 R", "/W [1 0 0]", "/W [8 8 8]", "/W [0 0 0]", "/Index [0 99999999]", "/Index [-1 2]",
        "/DecodeParms << /Predictor 15 /Columns 99999999 >>", "/Predictor 2 /Colors 1 /BitsPerComponent 16", "/Size 0", "/Size 99999999", "stream\n", "endstream", "endobj", "obj", "xref\n", "trailer\n", "startxref\n0\n", "%%EOF\n", "%", "\r", "\0",
    ];

    private static readonly SearchValues<byte> Ends = SearchValues.Create(" \r\n\t/<>[]()"u8);

    protected override IReadOnlyList<Part> Parts(byte[] document)
    {
        List<Part> parts = [];
        Stack<int> open = [];
        for (var at = 0; at < document.Length;)
        {
            var start = at;
            switch (document[at])
            {
                case (byte)'<' or (byte)'[':
                    open.Push(start);
                    at += document.AsSpan(at).StartsWith("<<"u8) ? 2 : 1;
                    break;
                case (byte)'>' or (byte)']':
                    at += document.AsSpan(at).StartsWith(">>"u8) ? 2 : 1;
                    if (open.TryPop(out var opened))
                    {
                        parts.Add(new Part(opened, at));
                    }

                    break;
                case <= (byte)' ':
                    at++;
                    break;
                default:
                    at = EndOfToken(document, at);
                    parts.Add(new Part(start, at));
                    break;
            }
        }

        return parts;
    }

    protected override byte[] Word(byte[] replaced, Dice dice)
    {
        byte[] word = dice.Below(12) switch
        {
            0 => Nested(dice, "[", "]"),
            1 => Nested(dice, "<</A ", ">>"),
            2 => Nested(dice, "(", ")"),
            3 => [.. Enumerable.Repeat(replaced, 1 << dice.Below(13)).SelectMany(bytes => bytes)],
            _ => Encoding.Latin1.GetBytes($" {dice.Pick(Words)} "),
        };
        return dice.OneIn(2) ? word : [.. word.Take(replaced.Length), .. Enumerable.Repeat((byte)' ', Math.Max(0, replaced.Length - word.Length))];
    }

    private static int EndOfToken(byte[] document, int at)
    {
        var length = document.AsSpan(at + 1).IndexOfAny(Ends);
        return length < 0 ? document.Length : at + 1 + length;
    }

    private static byte[] Nested(Dice dice, string opening, string closing)
    {
        var depth = dice.Pick([8, 31, 65, 300, 10_000, 50_000]);
        return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(opening, depth)) + "1" + string.Concat(Enumerable.Repeat(closing, depth)));
    }
}
