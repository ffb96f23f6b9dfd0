using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Shacl.Constraints;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>How each constraint is broken: what takes the place of a member's value, of which null takes the member away.</summary>
internal static class EdcBreakage
{
    private static readonly JsonNode OtherScheme = JsonNode.Parse("""{"id":"urn:ex:scheme","type":"ConceptScheme"}""")!;

    /// <param name="constraint">The constraint.</param>
    /// <param name="isThere">Whether the member has a value to change.</param>
    public static IEnumerable<Func<JsonNode?, JsonNode?>> Of(Constraint constraint, bool isThere) => constraint switch
    {
        MinCount => [_ => null],
        MaxCount => [Doubled],
        UniqueLanguage => [_ => Json("""{"ro":["a","b"],"en":"c"}"""), _ => Json("""{"ro":["a","b"],"lt":"c","en":["d","e"]}""")],
        MaxInclusive => [_ => 100, _ => 101, _ => "many"],
        DatatypeOf { Message: var text } when text.Contains("langString", StringComparison.Ordinal) => [_ => "plain", _ => Json("""["plain","too"]""")],
        DatatypeOf =>
        [
            _ => Json("""{"@value":"2026","@type":"http://www.w3.org/2001/XMLSchema#gYear"}"""), _ => "no such form", _ => 1.5,
            _ => Json("""{"id":"urn:ex:node","type":"Note"}"""),
        ],
        ClassOf or AnyOf when !isThere => [_ => Json("""{"id":"urn:ex:node","type":"Mailbox"}"""), _ => Json("""{"@value":"text"}""")],
        ClassOf or AnyOf =>
        [
            _ => Json("""{"@value":"text"}"""), _ => "urn:ex:nothing-said", value => With(value, node => node["type"] = "Mailbox"),
        ],
        FitsShape =>
        [
            value => With(value, node => node["inScheme"] = OtherScheme.DeepClone()), value => With(value, node => node.Remove("inScheme")),
            value => With(value, node => node["inScheme"] = "urn:ex:nothing-said"), value => With(value, node => Scheme(node).Remove("type")),
            value => With(value, node => node["inScheme"] = new JsonArray(node["inScheme"]?.DeepClone(), OtherScheme.DeepClone())),
            value => With(value, node => node["type"] = "ConceptScheme"), value => With(value, node => node.Remove("hasClaim")),
            value => With(value, node => node.Remove("eIDASIdentifier")),
        ],
        NodeKindOf<Promote.Credentials.LinkedData.Rdf.Iri> => [value => With(value, node => node.Remove("id")), _ => Json("""{"@value":"text"}""")],
        _ => [_ => Json("""{"id":"urn:ex:node","type":"Note"}""")],
    };

    /// <summary>The value and another of its sort; two of some sort where there was none.</summary>
    private static JsonArray Doubled(JsonNode? value) => value switch
    {
        null => new JsonArray("urn:ex:one", "urn:ex:two"),
        JsonObject texts when texts["id"] is null => new JsonArray(new JsonObject { ["@value"] = "one" }, new JsonObject { ["@value"] = "two" }),
        JsonObject node => new JsonArray(node.DeepClone(), With(node, copy => copy["id"] = $"{copy["id"]}:2")),
        JsonArray several => new JsonArray([.. several.Select(item => item?.DeepClone()), "urn:ex:more"]),
        _ => new JsonArray(value.DeepClone(), "urn:ex:other"),
    };

    /// <summary>A changed copy of a node, or of a concept where there is none.</summary>
    private static JsonObject With(JsonNode? value, Action<JsonObject> change)
    {
        var node = value switch
        {
            JsonArray several => (JsonObject)several[0]!.DeepClone(),
            JsonObject single => (JsonObject)single.DeepClone(),
            _ => (JsonObject)Json("""{"id":"urn:ex:concept","type":"Concept","inScheme":{"id":"urn:ex:scheme","type":"ConceptScheme"}}"""),
        };
        // Another thing than those of the document, which would go on saying what is taken away here.
        node["id"] = "urn:ex:changed";
        change(node);
        return node;
    }

    private static JsonObject Scheme(JsonObject concept) => concept["inScheme"] as JsonObject ?? [];

    private static JsonNode Json(string json) => JsonNode.Parse(json)!;
}
