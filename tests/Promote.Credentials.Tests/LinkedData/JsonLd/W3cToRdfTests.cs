using System.Text;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

/// <summary>The tests of the W3C suite that deserialize JSON-LD to RDF; datasets are compared by their canonical form.</summary>
public sealed class W3cToRdfTests
{
    private const string Manifest = "toRdf";

    public static TheoryData<string> Positive => W3cJsonLdSuite.Entries(Manifest, entry => entry.TryGetProperty("expect", out _));

    public static TheoryData<string> Negative => W3cJsonLdSuite.Entries(Manifest, entry => entry.TryGetProperty("expectErrorCode", out _));

    public static TheoryData<string> Syntax => W3cJsonLdSuite.Entries(
        Manifest, entry => !entry.TryGetProperty("expect", out _) && !entry.TryGetProperty("expectErrorCode", out _));

    [VectorsTheory]
    [MemberData(nameof(Positive))]
    public void A_document_becomes_its_dataset(string id)
    {
        var expected = W3cJsonLdSuite.Read(W3cJsonLdSuite.Text(W3cJsonLdSuite.Entry(Manifest, id), "expect"));

        Assert.Equal(Canonical(NQuadsReader.Read(Encoding.UTF8.GetString(expected))), Canonical(ToRdf(id)));
    }

    [VectorsTheory]
    [MemberData(nameof(Negative))]
    public void A_broken_document_gets_the_error_code(string id)
    {
        var error = Assert.Throws<JsonLdException>(() => ToRdf(id));

        Assert.Equal(W3cJsonLdSuite.Text(W3cJsonLdSuite.Entry(Manifest, id), "expectErrorCode"), error.Code);
    }

    [VectorsTheory]
    [MemberData(nameof(Syntax))]
    public void A_document_without_a_stated_result_is_read(string id) => Assert.NotEmpty(ToRdf(id));

    [VectorsFact]
    public void The_suite_is_complete() => Assert.Equal(448, Positive.Count + Negative.Count + Syntax.Count);

    private static RdfDataset ToRdf(string id)
    {
        var entry = W3cJsonLdSuite.Entry(Manifest, id);
        using var input = StrictJson.Parse(W3cJsonLdSuite.Read(W3cJsonLdSuite.Text(entry, "input")));
        return W3cJsonLdSuite.Processor.ToRdf(input.RootElement, W3cJsonLdSuite.Options(entry));
    }

    private static string Canonical(RdfDataset dataset) =>
        Encoding.UTF8.GetString(Canonicalizer.Canonicalize(dataset).NQuads.Span);
}
