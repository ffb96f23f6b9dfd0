using System.Buffers.Text;
using System.Text;

namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>A compact JWS as text: its parts are those between the dots, and their halves.</summary>
internal sealed class TokenSyntax : Syntax
{
    private static readonly string[] Words =
    [
        "", ".", "..", "=", "==", "ey", "eyJhbGciOiJub25lIn0", "e30", "bnVsbA", "W10", "AA", "A", "-_", "+/", "%2E", " ", "\n", "\t", "\0", "\u00e9", "~", "eyJhbGciOiJFUzI1NiJ9",
    ];

    protected override byte[] Between => "."u8.ToArray();

    protected override IReadOnlyList<Part> Parts(byte[] document)
    {
        List<Part> parts = [];
        for (var start = 0; start <= document.Length;)
        {
            var length = document.AsSpan(start).IndexOf((byte)'.') is >= 0 and var found ? found : document.Length - start;
            parts.Add(new Part(start, start + length));
            parts.Add(new Part(start, start + (length / 2)));
            parts.Add(new Part(start + Math.Max(0, length - 1), start + length));
            start += length + 1;
        }

        return parts;
    }

    protected override byte[] Word(byte[] replaced, Dice dice) => dice.Below(4) switch
    {
        // Another JSON text in the same part.
        0 when Base64Url.IsValid(replaced) => Encoding.ASCII.GetBytes(Base64Url.EncodeToString(ByteEdits.Edit(Base64Url.DecodeFromUtf8(replaced), dice))),
        1 => Encoding.ASCII.GetBytes(new string('A', 1 << dice.Below(18))),
        _ => Encoding.UTF8.GetBytes(dice.Pick(Words)),
    };
}
