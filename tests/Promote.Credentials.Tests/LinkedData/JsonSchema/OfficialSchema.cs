using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonSchema;
using Schema = Promote.Credentials.LinkedData.JsonSchema.JsonSchema;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

/// <summary>A schema that 1EdTech publishes, the one of ours that stands for it, and valid documents.</summary>
internal sealed record OfficialSchema(string Name, Schema Own, IReadOnlyList<JsonNode> Valid)
{
    private static readonly string[] Breakable = ["type", "enum", "pattern", "format", "required", "additionalProperties", "minItems"];

    /// <summary>A document with every member of every class, so that every part of the schemas is reached.</summary>
    private static readonly JsonNode Complete = Document(
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests/Promote.Credentials.Tests/LinkedData/JsonSchema/complete-credential.json")));

    private static readonly JsonNode Issuer = Complete["issuer"]!;

    private static readonly JsonNode Endorsement = Issuer["endorsement"]![0]!;

    public static IReadOnlyList<OfficialSchema> All { get; } =
    [
        new("achievementcredential", EmbeddedSchemas.OpenBadges3AchievementCredential,
            [Complete, Vector("golden/promote-unsigned.json"), .. Indexed("OB3 ")]),
        new("endorsementcredential", EmbeddedSchemas.OpenBadges3EndorsementCredential,
            [With(Endorsement, "issuer", Issuer), Endorsement, .. Indexed("EndorsementCredential ")]),
        new("profile", EmbeddedSchemas.OpenBadges3Profile,
            [With(Issuer, "parentOrg", Issuer), Vector("golden/promote-unsigned.json")["issuer"]!]),
    ];

    /// <summary>Every value that an enumeration lists, here or there.</summary>
    public static IReadOnlyCollection<string> Listed { get; } =
        [.. All.Select(schema => schema.Root).Append(OwnDefinitions()).SelectMany(ListedIn).Distinct()];

    public JsonElement Root { get; } = StrictJson.Parse(Vectors.Read($"open-badges/schemas/ghpages_{Name}.json")).RootElement;

    /// <summary>Every keyword that a mutant can break, as pointers into the schema.</summary>
    public IEnumerable<string> Sites() => SitesIn(Root, "");

    private static IEnumerable<string> SitesIn(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => SitesIn(item, JsonPointer.Append(pointer, i))),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
        {
            var at = JsonPointer.Append(pointer, member.Name);
            var isName = pointer.EndsWith("/properties", StringComparison.Ordinal);
            return !isName && Breakable.Contains(member.Name) ? [at] : SitesIn(member.Value, at);
        }),
        _ => [],
    };

    private static IEnumerable<string> ListedIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ListedIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "enum" ? member.Value.EnumerateArray().Select(value => value.GetString()!) : ListedIn(member.Value)),
        _ => [],
    };

    private static JsonElement OwnDefinitions() =>
        StrictJson.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "schemas/openbadges3/definitions.json"))).RootElement;

    /// <summary>The documents of the index whose kind starts so and which the reference validator takes.</summary>
    private static IEnumerable<JsonNode> Indexed(string kind) =>
        from line in Encoding.UTF8.GetString(Vectors.Read("open-badges/index.tsv")).Split('\n')
        let cells = line.Split('\t')
        where cells[0].EndsWith(".json", StringComparison.Ordinal) && cells[1].StartsWith(kind, StringComparison.Ordinal)
        where cells[2].StartsWith("VALID", StringComparison.Ordinal) || cells[2].StartsWith("WARNING", StringComparison.Ordinal)
        select Vector(cells[0]);

    private static JsonNode With(JsonNode document, string member, JsonNode value)
    {
        var copy = document.DeepClone();
        copy[member] = value.DeepClone();
        return copy;
    }

    private static JsonNode Vector(string path) => Document(Vectors.Read($"open-badges/{path}"));

    private static JsonNode Document(byte[] utf8) => JsonNode.Parse(utf8)!;
}
