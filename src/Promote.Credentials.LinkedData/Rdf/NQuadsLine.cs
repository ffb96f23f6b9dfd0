using System.Buffers;
using System.Globalization;
using System.Text;

namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>One line of N-Quads, consumed from the left.</summary>
internal ref struct NQuadsLine
{
    private static readonly SearchValues<char> LabelEnd = SearchValues.Create(" \t<>\"");
    private static readonly SearchValues<char> TagEnd = SearchValues.Create(" \t.<");
    private readonly int number;
    private ReadOnlySpan<char> rest;

    public NQuadsLine(ReadOnlySpan<char> line, int number)
    {
        rest = line;
        this.number = number;
        SkipSpace();
    }

    /// <summary>Whether the line holds nothing but a comment.</summary>
    public readonly bool IsEmpty => rest is [] or ['#', ..];

    public Quad ReadQuad()
    {
        var subject = ReadTerm();
        var predicate = ReadTerm();
        var @object = ReadTerm();
        var graph = rest is ['.', ..] ? null : ReadTerm();
        Take('.');
        SkipSpace();
        if (!IsEmpty || subject is Literal || predicate is not Iri || graph is Literal)
        {
            throw Broken();
        }

        return new Quad(subject, predicate, @object, graph);
    }

    private Term ReadTerm()
    {
        Term term = rest switch
        {
            ['<', ..] => ReadIri(),
            ['_', ':', ..] => ReadBlankNode(),
            ['"', ..] => ReadLiteral(),
            _ => throw Broken(),
        };
        SkipSpace();
        return term;
    }

    private Iri ReadIri()
    {
        var text = ReadDelimited('<', '>');
        return Iri.TryCreate(text, out var iri) ? iri : throw Broken();
    }

    private BlankNode ReadBlankNode()
    {
        int end = rest.IndexOfAny(LabelEnd);
        var label = rest[2..(end < 0 ? rest.Length : end)].TrimEnd('.'); // BLANK_NODE_LABEL may hold "." but not end with it
        if (label.IsEmpty)
        {
            throw Broken();
        }

        rest = rest[(label.Length + 2)..];
        return new BlankNode(label.ToString());
    }

    private Literal ReadLiteral()
    {
        var value = ReadDelimited('"', '"');
        switch (rest)
        {
            case ['^', '^', ..]:
                rest = rest[2..];
                return Literal.Typed(value, ReadIri());
            case ['@', ..]:
                int end = rest.IndexOfAny(TagEnd);
                var language = rest[1..(end < 0 ? rest.Length : end)].ToString();
                rest = rest[(language.Length + 1)..];
                return LanguageTag.IsWellFormed(language) ? Literal.InLanguage(value, language) : throw Broken();
            default:
                return Literal.Typed(value, RdfTerms.XsdString);
        }
    }

    private string ReadDelimited(char open, char close)
    {
        Take(open);
        var text = new StringBuilder();
        while (true)
        {
            int next = rest.IndexOfAny(close, '\\');
            if (next < 0)
            {
                throw Broken();
            }

            text.Append(rest[..next]);
            char found = rest[next];
            rest = rest[(next + 1)..];
            if (found == close)
            {
                return text.ToString();
            }

            text.Append(ReadEscape());
        }
    }

    private string ReadEscape()
    {
        char kind = rest.IsEmpty ? throw Broken() : rest[0];
        rest = rest[1..];
        return kind switch
        {
            't' => "\t",
            'b' => "\b",
            'n' => "\n",
            'r' => "\r",
            'f' => "\f",
            '"' or '\'' or '\\' => kind.ToString(),
            'u' => ReadCodePoint(4),
            'U' => ReadCodePoint(8),
            _ => throw Broken(),
        };
    }

    private string ReadCodePoint(int digits)
    {
        if (rest.Length < digits
            || !int.TryParse(rest[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || !Rune.IsValid(code))
        {
            throw Broken();
        }

        rest = rest[digits..];
        return new Rune(code).ToString();
    }

    private void Take(char expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
        {
            throw Broken();
        }

        rest = rest[1..];
    }

    private void SkipSpace() => rest = rest.TrimStart(" \t");

    private readonly FormatException Broken() => new($"Line {number} is not a statement of N-Quads.");
}
