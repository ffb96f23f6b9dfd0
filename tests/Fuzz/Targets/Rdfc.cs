using System.Text;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Run;
using Promote.Credentials.Fuzz.Seeds;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>N-Quads, canonicalized: the canonical form is its own canonical form, and the order of the lines and the labels in them change nothing about it.</summary>
internal sealed class Rdfc : Target
{
    private static readonly NQuadsSyntax Syntax = new();

    // The three ways together have to keep the limit of one case.
    private static readonly TimeSpan Cheap = TimeSpan.FromMilliseconds(100);

    internal override string Name => "rdfc";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
        [.. Repository.Files("tests/golden/open-badges-3", "*.nq"), .. Repository.Vectors("open-badges/golden", "*.nq"), .. Repository.Vectors("rdf-canon/tests/rdfc10", "*-in.nq")];

    internal override byte[] Make(Dice dice) => Syntax.Mutate(dice.Pick(Seeds), dice);

    internal override string? Try(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var started = ThreadClock.Now();
        if (Canonical(text) is not { } canonical || ThreadClock.Now() - started > Cheap)
        {
            return null;
        }

        return Canonical(canonical) != canonical ? "has a canonical form whose canonical form is another one"
            : Canonical(Rewritten(canonical)) != canonical ? "has another canonical form when its lines are turned round and its nodes called otherwise"
            : null;
    }

    private static string? Canonical(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Canonicalizer.Canonicalize(NQuadsReader.Read(text)).NQuads.Span);
        }
        catch (Exception refused) when (refused is FormatException or RdfcBudgetException)
        {
            return null;
        }
    }

    private static string Rewritten(string canonical)
    {
        var lines = canonical.Split('\n').Select(line => line.StartsWith("_:c14n", StringComparison.Ordinal) ? $"_:x{line[6..]}" : line);
        return string.Join('\n', lines.Reverse().Select(Renamed));
    }

    // As objects and graph names; a literal ends in a quote, a tag or a datatype and never in a label.
    private static string Renamed(string line)
    {
        var parts = line.Split(' ');
        for (var at = 2; at < parts.Length; at++)
        {
            if (parts[at].StartsWith("_:c14n", StringComparison.Ordinal) && parts[2..at].All(part => part.StartsWith('_') || part.StartsWith('<')))
            {
                parts[at] = $"_:x{parts[at][6..]}";
            }
            else if (at > 2 && at == parts.Length - 2 && parts[at].StartsWith("_:c14n", StringComparison.Ordinal))
            {
                parts[at] = $"_:x{parts[at][6..]}";
            }
        }

        return string.Join(' ', parts);
    }
}
