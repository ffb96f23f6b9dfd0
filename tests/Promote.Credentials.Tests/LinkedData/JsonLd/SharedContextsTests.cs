using System.Text;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

/// <summary>Remembered contexts must never change what a document means.</summary>
public sealed class SharedContextsTests
{
    private static readonly ContextRegistry Registry = ContextRegistry.Of(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["urn:one"] = """{"@context": {"p": "urn:p1", "T": {"@id": "urn:T", "@context": {"q": "urn:q1"}}, "nest": {"@id": "urn:nest", "@context": {"p": "urn:nested"}}}}"""u8.ToArray(),
        ["urn:two"] = """{"@context": {"p": "urn:p2", "q": "urn:q2"}}"""u8.ToArray(),
    });

    [Theory]
    [InlineData("""{"@context": ["urn:one", "urn:two"], "p": 1}""", "urn:p2")]
    [InlineData("""{"@context": ["urn:two", "urn:one"], "p": 1}""", "urn:p1")]
    [InlineData("""{"@context": ["urn:one", {"p": "urn:own"}], "p": 1}""", "urn:own")]
    [InlineData("""{"@context": ["urn:one", {"p": "urn:own"}, "urn:two"], "p": 1}""", "urn:p2")]
    [InlineData("""{"@context": ["urn:one", "urn:two"], "@type": "T", "q": 1}""", "urn:q1")]
    [InlineData("""{"@context": ["urn:one", {"T": {"@id": "urn:T", "@context": {"q": "urn:own"}}}], "@type": "T", "q": 1}""", "urn:own")]
    [InlineData("""{"@context": "urn:one", "nest": {"p": 1}}""", "urn:nested")]
    public void A_document_means_the_same_every_time(string json, string expected)
    {
        var shared = new JsonLdProcessor(Registry);
        for (int i = 0; i < 3; i++)
        {
            Assert.Contains($"<{expected}> \"1\"", Canonical(shared, json), StringComparison.Ordinal);
            Canonical(shared, """{"@context": ["urn:one", {"p": "urn:other", "q": "urn:other"}], "p": 2, "nest": {"p": 3}}""");
        }
    }

    [Fact]
    public void Many_threads_share_one_processor()
    {
        var shared = new JsonLdProcessor(Registry);
        string[] documents = [.. Enumerable.Range(0, 2_000).Select(Document)];
        string[] expected = [.. documents.Select(json => Canonical(new JsonLdProcessor(Registry), json))];

        var actual = new string[documents.Length];
        Parallel.For(0, documents.Length, i => actual[i] = Canonical(shared, documents[i]));

        Assert.Equal(expected, actual);
    }

    // Sequences of the two URLs by the bits of a number: more than are remembered at a time.
    private static string Document(int number)
    {
        var urls = Enumerable.Range(0, 11).Select(bit => (number >> bit & 1) == 0 ? "\"urn:one\"" : "\"urn:two\"");
        return $$"""{"@context": [{{string.Join(',', urls)}}], "@type": "urn:T", "p": {{number}}}""";
    }

    private static string Canonical(JsonLdProcessor processor, string json)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(json));
        return Encoding.UTF8.GetString(
            Canonicalizer.Canonicalize(processor.ToRdf(document.RootElement, JsonLdOptions.Credential)).NQuads.Span);
    }
}
