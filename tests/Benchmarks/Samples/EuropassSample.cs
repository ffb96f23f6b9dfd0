using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Benchmarks.Samples;

/// <summary>A European Digital Credential without a mistake: an achievement in two languages with as many outcomes as asked for.</summary>
internal static class EuropassSample
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";
    private const string Lists = "http://data.europa.eu/snb/";

    internal static byte[] OfOutcomes(int count) => Encoding.UTF8.GetBytes(Credential(count).ToJsonString());

    private static JsonObject Credential(int outcomes) => new()
    {
        ["id"] = "urn:credential:6f9619ff-8b86-4011-b42d-00c04fc964ff",
        ["type"] = new JsonArray("VerifiableCredential", "EuropeanDigitalCredential"),
        ["credentialProfiles"] = Listed("credential", "e34929035b"),
        ["displayParameter"] = Display(),
        ["credentialSchema"] = Node("http://data.europa.eu/snb/model/ap/edc-generic-full", "ShaclValidator2017"),
        ["credentialSubject"] = Node("urn:epass:person:1", "Person", ("fullName", new JsonObject { ["ro"] = "Ioana Popescu" }), ("hasClaim", Achievement(outcomes))),
        ["issued"] = "2026-11-20T10:00:00+02:00",
        ["issuer"] = Organisation("urn:epass:org:1", ("eIDASIdentifier", Identifier())),
        ["validFrom"] = "2026-11-20T10:00:00+02:00",
        ["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap"),
    };

    private static JsonObject Display() => Node(
        "urn:epass:displayParameter:1", "DisplayParameter",
        ("title", Text("Micro-credential")), ("language", Concept("language", "RON")), ("primaryLanguage", Concept("language", "RON")),
        ("individualDisplay", Node(
            "urn:epass:individualDisplay:1", "IndividualDisplay",
            ("language", Concept("language", "RON")),
            ("displayDetail", Node("urn:epass:displayDetail:1", "DisplayDetail", ("page", 1), ("image", Image()))))));

    // A rendered page has about 40 KB in base64, which readers of the RDF carry along.
    private static JsonObject Image() => Node(
        "urn:epass:mediaObject:1", "MediaObject",
        ("content", new string('A', 40_000)), ("contentEncoding", Listed("encoding", "6146cde7dd")), ("contentType", Concept("file-type", "JPEG")));

    private static JsonObject Achievement(int outcomes) => Node(
        "urn:epass:learningAchievement:1", "LearningAchievement",
        ("title", Text("Dynamic security in a prison wing")),
        ("awardedBy", Node("urn:epass:awardingProcess:1", "AwardingProcess", ("awardingBody", Organisation("urn:epass:org:2")))),
        ("specifiedBy", Node(
            "urn:epass:qualification:1", "Qualification",
            ("title", Text("Dynamic security in a prison wing")), ("volumeOfLearning", "PT60H"), ("eqfLevel", Listed("eqf", "4")),
            ("learningOutcome", new JsonArray([.. Enumerable.Range(1, outcomes).Select(Outcome)])))));

    private static JsonObject Outcome(int number)
    {
        string n = number.ToString(CultureInfo.InvariantCulture);
        return Node(
            $"urn:epass:learningOutcome:{n}", "LearningOutcome",
            ("title", Text($"Outcome {n}")),
            ("relatedESCOSkill", Node(
                $"http://data.europa.eu/esco/skill/{n}", "Concept",
                ("inScheme", Node("http://data.europa.eu/esco/concept-scheme/skills", "ConceptScheme")), ("prefLabel", Text($"skill {n}")))));
    }

    private static JsonObject Organisation(string id, params (string, JsonNode)[] more) => Node(
        id, "Organisation",
        [
            ("legalName", Text("Centre of Vocational Excellence, Romania")),
            ("location", Node("urn:epass:location:1", "Location", ("address", Node("urn:epass:address:1", "Address", ("countryCode", Concept("country", "ROU")))))),
            .. more,
        ]);

    private static JsonObject Identifier() =>
        Node("urn:epass:legalIdentifier:1", "LegalIdentifier", ("notation", "VATRO-12345678"), ("spatial", Concept("country", "ROU")));

    private static JsonObject Listed(string list, string value) => Concept($"{Lists}{list}/{value}", $"{Lists}{list}/25831c2", value);

    private static JsonObject Concept(string table, string code) => Concept($"{Authority}{table}/{code}", $"{Authority}{table}", code);

    private static JsonObject Concept(string id, string scheme, string label) =>
        Node(id, "Concept", ("inScheme", Node(scheme, "ConceptScheme")), ("prefLabel", new JsonObject { ["en"] = label }));

    private static JsonObject Text(string text) => new() { ["en"] = text, ["ro"] = text };

    private static JsonObject Node(string id, string type, params (string Name, JsonNode Value)[] members)
    {
        var node = new JsonObject { ["id"] = id, ["type"] = type };
        foreach (var (name, value) in members)
        {
            node[name] = value;
        }

        return node;
    }
}
