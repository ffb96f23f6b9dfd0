using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

/// <summary>What is not understood, or would not reach the RDF, is refused with the place where it stands.</summary>
public sealed class SafeModeTests
{
    private const string Context = """
        "@context": {
          "id": "@id", "type": "@type", "value": "@value",
          "T": "urn:T", "p": "urn:p", "nothing": null, "blank": "_:b",
          "ref": {"@id": "urn:ref", "@type": "@id"},
          "vocabRef": {"@id": "urn:vocabRef", "@type": "@vocab"},
          "graph": {"@id": "urn:graph", "@container": "@graph"},
          "byId": {"@id": "urn:byId", "@container": "@id"},
          "byType": {"@id": "urn:byType", "@container": "@type"},
          "byIndex": {"@id": "urn:byIndex", "@container": "@index"},
          "byLanguage": {"@id": "urn:byLanguage", "@container": "@language"},
          "spaced": "urn:with space"
        }
        """;

    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Of(new Dictionary<string, ReadOnlyMemory<byte>>()));

    [Theory]
    [InlineData("\"q\": 1", "undefined term", "/q")]
    [InlineData("\"p\": {\"q\": 1}", "undefined term", "/p/q")]
    [InlineData("\"p\": [1, {\"p\": {\"a~/b\": 1}}]", "undefined term", "/p/1/p/a~0~1b")]
    [InlineData("\"nothing\": 1", "undefined term", "/nothing")]
    [InlineData("\"@unknown\": 1", "undefined term", "/@unknown")]
    [InlineData("\"type\": \"U\"", "undefined type", "/type")]
    [InlineData("\"type\": [\"T\", \"U\"]", "undefined type", "/type/1")]
    [InlineData("\"type\": \"urn:a b\"", "undefined type", "/type")]
    [InlineData("\"p\": {\"byType\": {\"U\": {\"p\": 1}}}", "undefined type", "/p/byType/U")]
    [InlineData("\"id\": \"relative\", \"p\": 1", "relative IRI", "/id")]
    [InlineData("\"id\": \"https ://not-an-iri/\", \"p\": 1", "relative IRI", "/id")]
    [InlineData("\"ref\": \"relative\"", "relative IRI", "/ref")]
    [InlineData("\"ref\": [\"urn:a\", \"\"]", "relative IRI", "/ref/1")]
    [InlineData("\"vocabRef\": \"U\"", "relative IRI", "/vocabRef")]
    [InlineData("\"byId\": {\"relative\": {\"p\": 1}}", "relative IRI", "/byId/relative")]
    [InlineData("\"p\": null", "dropped value", "/p")]
    [InlineData("\"p\": [1, null]", "dropped value", "/p/1")]
    [InlineData("\"p\": {\"value\": null}", "dropped value", "/p")]
    [InlineData("\"byLanguage\": {\"en\": [\"a\", null]}", "dropped value", "/byLanguage/en/1")]
    [InlineData("\"byLanguage\": {\"not a language\": \"a\"}", "dropped value", "/byLanguage/not a language")]
    [InlineData("\"p\": {\"value\": \"a\", \"@language\": \"not a language\"}", "dropped value", "/p")]
    [InlineData("\"p\": {\"value\": 1, \"@direction\": \"ltr\"}", "dropped value", "/p")]
    [InlineData("\"p\": {\"@language\": \"en\"}", "dropped value", "/p")]
    [InlineData("\"p\": 1, \"@index\": \"x\"", "dropped value", "")]
    [InlineData("\"byIndex\": {\"x\": 1}", "dropped value", "/byIndex/x")]
    [InlineData("\"byId\": {\"urn:a\": {\"id\": \"urn:b\", \"p\": 1}}", "dropped value", "/byId/urn:a")]
    [InlineData("\"blank\": 1", "dropped value", "/blank")]
    [InlineData("\"spaced\": {\"p\": 1}", "dropped value", "/spaced")]
    [InlineData("\"graph\": \"a\"", "dropped value", "/graph")]
    [InlineData("\"graph\": {\"id\": \"urn:a\"}", "dropped value", "/graph")]
    [InlineData("\"@graph\": [{\"p\": 1}, 2]", "dropped value", "/@graph/1")]
    [InlineData("\"p\": 1, \"@included\": {\"id\": \"urn:a\"}", "dropped value", "/@included")]
    [InlineData("\"id\": \"urn:a\"", "dropped value", "")]
    [InlineData("\"@value\": \"a\"", "dropped value", "")]
    [InlineData("\"@list\": [1]", "dropped value", "/@list")]
    [InlineData("\"p\": {\"@context\": \"https://unknown.example/\", \"p\": 1}", "loading remote context failed", "/p/@context")]
    [InlineData("\"p\": {\"@context\": [{}, {\"x\": 1}]}", "invalid term definition", "/p/@context/1/x")]
    public void A_loss_is_refused_with_its_place(string member, string code, string pointer)
    {
        var error = Assert.Throws<JsonLdException>(() => ToRdf(member));

        Assert.Equal((code, pointer), (error.Code, error.Pointer));
    }

    [Fact]
    public void All_losses_are_told_once_to_whoever_asks_for_them() => Assert.Equal(
        [
            ("dropped value", "/p/p"), ("relative IRI", "/p/id"), ("relative IRI", "/ref"), ("undefined term", "/q"), ("undefined type", "/p/type/1"),
        ],
        Losses("""
            "q": 1, "p": { "id": "relative", "type": ["T", "U"], "p": null }, "ref": "relative"
            """).Select(loss => (loss.Code, loss.Pointer)).Order());

    [Fact]
    public void Of_very_many_losses_the_first_are_told() =>
        Assert.Equal(64, Losses(string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"\"q{i}\": 1"))).Count);

    [Theory]
    [InlineData("\"p\": 1", 1)]
    [InlineData("\"p\": []", 0)]
    [InlineData("\"p\": {}", 1)]
    [InlineData("\"p\": {\"@list\": []}", 1)]
    [InlineData("\"p\": [\"a\", \"a\"]", 1)]
    [InlineData("\"type\": [\"T\", \"urn:U\", \"_:c\"]", 3)]
    [InlineData("\"ref\": [\"urn:a\", \"_:c\"]", 2)]
    [InlineData("\"p\": {\"value\": {\"x\": null}, \"type\": \"@json\"}", 1)]
    [InlineData("\"p\": {\"value\": \"a\", \"@language\": \"ar\", \"@direction\": \"rtl\"}", 1)]
    [InlineData("\"byId\": {\"urn:a\": {\"p\": 1}, \"@none\": {\"p\": 1}}", 4)]
    [InlineData("\"byLanguage\": {\"en\": \"a\", \"@none\": \"b\"}", 2)]
    [InlineData("\"graph\": {\"id\": \"urn:a\", \"p\": 1}", 2)]
    public void What_loses_nothing_is_taken(string member, int quads) => Assert.Equal(quads, ToRdf(member));

    [Fact]
    public void A_direction_needs_a_way_into_rdf()
    {
        var error = Assert.Throws<JsonLdException>(() =>
            ToRdf("\"p\": {\"value\": \"a\", \"@direction\": \"rtl\"}", JsonLdOptions.Credential with { RdfDirection = RdfDirection.None }));

        Assert.Equal(("dropped value", "/p"), (error.Code, error.Pointer));
    }

    private static IReadOnlyList<JsonLdLoss> Losses(string members)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes($"{{{Context}, {members}}}"));
        Processor.ToRdf(document.RootElement, new JsonLdOptions(), out var losses);
        return losses;
    }

    private static int ToRdf(string member, JsonLdOptions? options = null)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes($"{{{Context}, {member}}}"));
        return Processor.ToRdf(document.RootElement, options ?? JsonLdOptions.Credential).Count;
    }
}
