using System.Text;

namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>N-Quads: its parts are lines and the terms in them.</summary>
internal sealed class NQuadsSyntax : Syntax
{
    private static readonly string[] Words =
    [
        "_:a", "_:b", "_:c14n0", "_:e0", "_:", "<urn:a>", "<urn:b>", "<>", "<a>", "<urn:\\u0020>", "<urn:\\U00110000>", "\"\"", "\"a\"@en", "\"a\"@", "\"a\"@en--ltr", "\"1\"^^<urn:a>", "\"\\u0000\"",
        "\"\\uD800\"", "\"\\x\"", "\"\\", ".", "#", "\r", "\u2028", "\uFEFF", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "\"é\"", "\"\\t\\b\\n\\r\\f\\\"\\\\\"",
    ];

    protected override IReadOnlyList<Part> Parts(byte[] document)
    {
        List<Part> parts = [];
        var (line, term) = (0, 0);
        for (var at = 0; at < document.Length; at++)
        {
            if (document[at] is (byte)' ' or (byte)'\n')
            {
                parts.Add(new Part(term, at));
                term = at + 1;
            }

            if (document[at] == '\n')
            {
                parts.Add(new Part(line, at + 1));
                line = at + 1;
            }
        }

        return parts;
    }

    protected override byte[] Word(byte[] replaced, Dice dice) => dice.Below(8) switch
    {
        0 => Encoding.ASCII.GetBytes(Alike(dice)),
        1 => [.. Enumerable.Repeat(replaced, 1 << dice.Below(10)).SelectMany(bytes => bytes)],
        2 => Encoding.ASCII.GetBytes($"_:n{dice.Below(8)}"),
        _ => Encoding.UTF8.GetBytes(dice.Pick(Words)),
    };

    // Blank nodes that look alike from everywhere are what takes canonicalization so long (RDFC-1.0 §7.1).
    private static string Alike(Dice dice)
    {
        var (nodes, form) = (dice.Pick([2, 3, 5, 8, 12, 40]), dice.Below(3));
        var lines = new StringBuilder("\n");
        for (var from = 0; from < nodes; from++)
        {
            for (var to = 0; to < nodes; to++)
            {
                if (form == 0 ? from != to : form == 1 ? to == (from + 1) % nodes : to == from / 2)
                {
                    lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"_:k{from} <urn:p> _:k{to} .\n");
                }
            }
        }

        return lines.ToString();
    }
}
