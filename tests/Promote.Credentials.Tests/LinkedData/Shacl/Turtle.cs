using System.Globalization;
using System.Text.RegularExpressions;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>Reads Turtle (RDF 1.1 Turtle), as much of it as published shapes use.</summary>
internal sealed partial class Turtle
{
    private readonly List<string> tokens;
    private readonly Dictionary<string, string> prefixes = [];
    private readonly RdfDataset dataset;
    private readonly string blankNodes;
    private int next;
    private int made;

    private Turtle(string text, RdfDataset dataset)
    {
        tokens = [.. Token().Matches(text).Select(match => match.Value).Where(token => token[0] != '#' && !char.IsWhiteSpace(token[0]))];
        Assert.Equal(text.Length, Token().Matches(text).Sum(match => match.Length));
        this.dataset = dataset;
        blankNodes = string.Create(CultureInfo.InvariantCulture, $"d{dataset.Count}-");
    }

    /// <summary>Adds the statements of a document; its blank nodes are its own.</summary>
    public static void Read(string text, RdfDataset into)
    {
        var turtle = new Turtle(text, into);
        while (turtle.next < turtle.tokens.Count)
        {
            turtle.ReadStatement();
        }
    }

    private void ReadStatement()
    {
        if (Take("@prefix"))
        {
            string prefix = Next();
            prefixes[prefix] = Next()[1..^1];
        }
        else
        {
            ReadProperties(ReadTerm());
        }

        Expect(".");
    }

    private void ReadProperties(Term subject)
    {
        while (tokens[next] is not ("." or "]"))
        {
            var predicate = Take("a") ? RdfTerms.Type : ReadTerm();
            do
            {
                dataset.Add(new Quad(subject, predicate, ReadTerm(), null));
            }
            while (Take(","));
            while (Take(";"))
            {
            }
        }
    }

    private Term ReadTerm()
    {
        string token = Next();
        switch (token[0])
        {
            case '<':
                return Iri.Of(token[1..^1]);
            case '"' or '\'':
                return ReadLiteral(token.Trim('"', '\''));
            case '[':
                var node = NewBlankNode();
                ReadProperties(node);
                Expect("]");
                return node;
            case '(':
                return ReadList();
            case >= '0' and <= '9':
                return Literal.Typed(token, RdfTerms.XsdInteger);
            default:
                return token == "true" ? Literal.Typed(token, RdfTerms.XsdBoolean) : Prefixed(token);
        }
    }

    private Literal ReadLiteral(string text) =>
        tokens[next][0] == '@' ? Literal.InLanguage(text, Next()[1..])
        : Take("^^") ? Literal.Typed(text, (Iri)ReadTerm())
        : Literal.Typed(text, RdfTerms.XsdString);

    private Term ReadList()
    {
        if (Take(")"))
        {
            return RdfTerms.Nil;
        }

        var cell = NewBlankNode();
        dataset.Add(new Quad(cell, RdfTerms.First, ReadTerm(), null));
        dataset.Add(new Quad(cell, RdfTerms.Rest, ReadList(), null));
        return cell;
    }

    private Iri Prefixed(string token)
    {
        int colon = token.IndexOf(':', StringComparison.Ordinal) + 1;
        return Iri.Of(prefixes[token[..colon]] + token[colon..]);
    }

    private BlankNode NewBlankNode() => new(blankNodes + (made++).ToString(CultureInfo.InvariantCulture));

    private string Next() => tokens[next++];

    private bool Take(string token)
    {
        bool isNext = tokens[next] == token;
        next += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string token) => Assert.Equal(token, Next());

    [GeneratedRegex("""\s+|\#[^\n]*|<[^<>\s]*>|'''[\s\S]*?'''|"(?:[^"\\]|\\.)*"|@[a-z]+|\^\^|\d+|[A-Za-z]*:[A-Za-z0-9_-]*|[A-Za-z]+|[][().;,]""")]
    private static partial Regex Token();
}
