using System.Text;

namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>CSV by its look: its parts are cells and lines.</summary>
internal sealed class CsvSyntax : Syntax
{
    private static readonly string[] Words =
    [
        "\"", "\"\"", "\"\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\0", "\uFEFF", "\uFFFD", "'", "'=1", "=1+1", "@x", "\"a\nb\"", "\"a;b\"", "\"a\"b", "a\"b", "", " ", "2026-02-30", "1e999", "x-", "givenName", "result.points", "evidence.1.url",
    ];

    protected override byte[] Between => "\n"u8.ToArray();

    protected override IReadOnlyList<Part> Parts(byte[] document)
    {
        List<Part> parts = [];
        var (line, cell) = (0, 0);
        for (var at = 0; at <= document.Length; at++)
        {
            var isEnd = at == document.Length || document[at] == '\n';
            if (isEnd || document[at] is (byte)',' or (byte)';' or (byte)'\t')
            {
                parts.Add(new Part(cell, at));
                cell = at + 1;
            }

            if (isEnd)
            {
                parts.Add(new Part(line, at));
                line = at + 1;
            }
        }

        return parts;
    }

    protected override byte[] Word(byte[] replaced, Dice dice) => dice.Below(6) switch
    {
        0 => [.. Enumerable.Repeat<byte[]>([.. replaced, (byte)dice.Pick(",;\t\n".ToCharArray())], 1 << dice.Below(13)).SelectMany(bytes => bytes)],
        1 => [(byte)'"', .. replaced, (byte)'"'],
        2 => Encoding.UTF8.GetBytes(new string('x', 1 << dice.Below(17))),
        _ => Encoding.UTF8.GetBytes(dice.Pick(Words)),
    };
}
