using System.Text;
using FsCheck.Fluent;
using FsCheck;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Tests.LinkedData.Rdf;

public sealed class NQuadsReaderTests
{
    private static readonly Iri S = Iri.Of("urn:s");
    private static readonly Iri P = Iri.Of("urn:p");

    [Theory]
    [InlineData("<urn:s> <urn:p> <urn:o> .")]
    [InlineData("<urn:s><urn:p><urn:o>.# note")]
    [InlineData("\t<urn:s> <urn:p>\t<urn:\\u006f> . \r")]
    public void A_statement_is_read(string line) =>
        Assert.Equal([new Quad(S, P, Iri.Of("urn:o"), null)], NQuadsReader.Read(line));

    [Fact]
    public void Every_kind_of_term_is_read()
    {
        var read = NQuadsReader.Read("""
            # a note

            _:a.b <urn:p> "x\t\"\\\u00e9\U0001F600" <urn:g> .
            <urn:s> <urn:p> "x"@en-GB _:g.
            <urn:s> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
            <urn:s> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
            """);

        Assert.Equal(
            [
                new Quad(new BlankNode("a.b"), P, Literal.Typed("x\t\"\\é😀", Iri.Of("http://www.w3.org/2001/XMLSchema#string")), Iri.Of("urn:g")),
                new Quad(S, P, Literal.InLanguage("x", "en-GB"), new BlankNode("g")),
                new Quad(S, P, Literal.Typed("1", Iri.Of("http://www.w3.org/2001/XMLSchema#integer")), null),
            ],
            read);
    }

    [Theory]
    [InlineData("<urn:s> <urn:p> <urn:o>")]
    [InlineData("<urn:s> <urn:p> .")]
    [InlineData("<urn:s> <urn:p> <urn:o> . <urn:s> <urn:p> <urn:o> .")]
    [InlineData("\"s\" <urn:p> <urn:o> .")]
    [InlineData("<urn:s> _:p <urn:o> .")]
    [InlineData("<urn:s> <urn:p> <urn:o> \"g\" .")]
    [InlineData("<s> <urn:p> <urn:o> .")]
    [InlineData("<urn:s> <urn:p> \"o .")]
    [InlineData("<urn:s> <urn:p> \"\\x\" .")]
    [InlineData("<urn:s> <urn:p> \"\\ud800\" .")]
    [InlineData("<urn:s> <urn:p> \"o\"@ .")]
    [InlineData("<urn:s> <urn:p> \"o\"@en--x .")]
    [InlineData("_: <urn:p> <urn:o> .")]
    public void A_broken_line_is_refused_with_its_number(string line)
    {
        var error = Assert.Throws<FormatException>(() => NQuadsReader.Read("# first\n" + line));

        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_reads_back_as_the_same_quad() =>
        Properties.ForAll(ArbMap.Default.GeneratorFor<NonNull<string>>().Where(text => IsUnicode(text.Get)), text =>
        {
            var dataset = new RdfDataset { new Quad(S, P, Literal.InLanguage(text.Get, "en"), null) };
            var written = Encoding.UTF8.GetString(Canonicalizer.Canonicalize(dataset).NQuads.Span);
            Assert.Equal(dataset, NQuadsReader.Read(written));
        });

    private static bool IsUnicode(string text) => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
