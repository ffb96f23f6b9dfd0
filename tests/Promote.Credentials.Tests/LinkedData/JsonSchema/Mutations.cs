using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

/// <summary>Walks a valid document along an official schema and breaks, one at a time, every keyword that it meets.</summary>
internal sealed class Mutations
{
    private readonly string name;
    private readonly JsonElement schema;
    private readonly IReadOnlyCollection<string> listed;
    private readonly Dictionary<string, Mutant> mutants = new(StringComparer.Ordinal);

    /// <param name="name">Name of the schema.</param>
    /// <param name="schema">The official schema.</param>
    /// <param name="document">A valid document.</param>
    /// <param name="listed">Values of enumerations, each tried at every enumeration.</param>
    public Mutations(string name, JsonElement schema, JsonNode document, IReadOnlyCollection<string> listed)
    {
        (this.name, this.schema, this.listed) = (name, schema, listed);
        Try("", Place.Root(document), "", [value => value]);
        Visit(Place.Root(document), schema, "");
    }

    /// <summary>The mutants, no two of the same text; the first is the valid document.</summary>
    public IReadOnlyCollection<Mutant> All => mutants.Values;

    /// <summary>The keywords that a change aimed at, as pointers into the schema.</summary>
    public HashSet<string> Broken { get; } = new(StringComparer.Ordinal);

    private void Visit(Place place, JsonElement at, string pointer)
    {
        foreach (var keyword in at.EnumerateObject())
        {
            Break(keyword, place, JsonPointer.Append(pointer, keyword.Name));
            foreach (var (deeper, schemaAt, site) in Deeper(keyword, at, place, JsonPointer.Append(pointer, keyword.Name)))
            {
                Visit(deeper, schemaAt, site);
            }
        }
    }

    private void Break(JsonProperty keyword, Place place, string site)
    {
        var changes = (keyword.Name, place.Value) switch
        {
            ("type", _) => Breakage.Type,
            // What an array must contain is a type of its own, none of the listed values.
            ("enum", _) when site.EndsWith("/contains/enum", StringComparison.Ordinal) => Breakage.Enum(Texts(keyword.Value)),
            ("enum", _) => Breakage.Enum(listed),
            ("pattern", _) => Breakage.Pattern,
            ("format", _) => Breakage.Format,
            ("required", JsonObject) => Breakage.Required(keyword.Value),
            ("additionalProperties", JsonObject) => Breakage.AdditionalProperties,
            ("minItems", JsonArray items) => Breakage.MinItems(items),
            _ => null,
        };
        if (changes is not null)
        {
            Broken.Add(site);
            Try(keyword.Name, place, site, changes);
        }
    }

    private IEnumerable<(Place Place, JsonElement Schema, string Pointer)> Deeper(JsonProperty keyword, JsonElement at, Place place, string site) =>
        (keyword.Name, place.Value) switch
        {
            ("$ref", _) => [Definition(place, keyword.Value.GetString()!)],
            ("allOf" or "oneOf", _) => keyword.Value.EnumerateArray().Select((branch, i) => (place, branch, JsonPointer.Append(site, i))),
            ("properties", JsonObject value) =>
                from member in value.ToList()
                where keyword.Value.TryGetProperty(member.Key, out _)
                select (place.Member(member.Key), keyword.Value.GetProperty(member.Key), JsonPointer.Append(site, member.Key)),
            ("contains", JsonArray) => place.Items().Select(item => (item, keyword.Value, site)),
            ("items", JsonArray) when keyword.Value.ValueKind == JsonValueKind.Array =>
                place.Items().Zip(keyword.Value.EnumerateArray()).Select((pair, i) => (pair.First, pair.Second, JsonPointer.Append(site, i))),
            ("items", JsonArray) => place.Items().Select(item => (item, keyword.Value, site)),
            ("additionalItems", JsonArray) =>
                place.Items().Skip(at.GetProperty("items").GetArrayLength()).Select(item => (item, keyword.Value, site)),
            _ => [],
        };

    private (Place Place, JsonElement Schema, string Pointer) Definition(Place place, string reference)
    {
        var definition = reference["#/$defs/".Length..];
        return (place, schema.GetProperty("$defs").GetProperty(definition), $"/$defs/{definition}");
    }

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);

    private void Try(string keyword, Place place, string site, IEnumerable<Func<JsonNode?, JsonNode?>> changes)
    {
        foreach (var json in changes.Select(place.With))
        {
            mutants.TryAdd(json, new Mutant(name, keyword, site, place.Pointer, json));
        }
    }
}
