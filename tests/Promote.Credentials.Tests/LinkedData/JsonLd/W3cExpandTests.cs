using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

/// <summary>The expansion tests of the W3C suite.</summary>
public sealed class W3cExpandTests
{
    private const string Manifest = "expand";

    public static TheoryData<string> Positive => W3cJsonLdSuite.Entries(Manifest, entry => entry.TryGetProperty("expect", out _));

    public static TheoryData<string> Negative => W3cJsonLdSuite.Entries(Manifest, entry => entry.TryGetProperty("expectErrorCode", out _));

    [VectorsTheory]
    [MemberData(nameof(Positive))]
    public void A_document_expands(string id)
    {
        var entry = W3cJsonLdSuite.Entry(Manifest, id);
        var expected = W3cJsonLdSuite.Json(W3cJsonLdSuite.Text(entry, "expect"));
        using var input = StrictJson.Parse(W3cJsonLdSuite.Read(W3cJsonLdSuite.Text(entry, "input")));

        var expanded = W3cJsonLdSuite.Processor.Expand(input.RootElement, W3cJsonLdSuite.Options(entry));

        using var actual = StrictJson.Parse(expanded);
        Assert.True(UnorderedJson.AreEqual(expected, actual.RootElement), $"expected {expected}\nactual   {actual.RootElement}");
    }

    [VectorsTheory]
    [MemberData(nameof(Negative))]
    public void A_broken_document_gets_the_error_code(string id)
    {
        var entry = W3cJsonLdSuite.Entry(Manifest, id);
        using var input = StrictJson.Parse(W3cJsonLdSuite.Read(W3cJsonLdSuite.Text(entry, "input")));

        var error = Assert.Throws<JsonLdException>(() =>
            W3cJsonLdSuite.Processor.Expand(input.RootElement, W3cJsonLdSuite.Options(entry)));

        Assert.Equal(W3cJsonLdSuite.Text(entry, "expectErrorCode"), error.Code);
    }

    [VectorsFact]
    public void The_suite_is_complete() => Assert.Equal(367, Positive.Count + Negative.Count);
}
