using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.LinkedData.Embedded;
using Promote.Credentials.LinkedData.Shacl;
using Promote.Credentials.LinkedData.Shacl.Reading;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>Takes every constraint on a class that a credential has an object of, and breaks it there, in several ways.</summary>
internal sealed class EdcMutations
{
    private readonly JsonObject credential;
    private readonly Dictionary<string, EdcMutant> mutants = new(StringComparer.Ordinal);

    public EdcMutations(JsonObject credential)
    {
        this.credential = credential;
        foreach (var shape in Shapes("1.1.0").Concat(Shapes("1.2.0")))
        {
            Break(shape);
        }
    }

    /// <summary>The mutants, no two of the same text.</summary>
    public IReadOnlyCollection<EdcMutant> All => mutants.Values;

    /// <summary>The constraints that were aimed at.</summary>
    public HashSet<string> Aims { get; } = new(StringComparer.Ordinal);

    private static IReadOnlyList<Shape> Shapes(string version)
    {
        var reader = new ShapesReader(Version.Parse(version));
        reader.Read(System.Text.Encoding.UTF8.GetString(PinnedFiles.Shared.Read("europass/edc-generic.shapes").Span));
        return reader.Shapes;
    }

    private void Break(Shape shape)
    {
        // elm:Person is the type Person; a shape without a class is reached through the properties that name it.
        string type = shape.Name[(shape.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (!shape.Name.Contains(':', StringComparison.Ordinal) || FirstOf(credential, type) is not { } found)
        {
            return;
        }

        var node = JsonSerializer.SerializeToElement(found);
        foreach (var property in shape.Properties)
        {
            if (EdcNames.Member(node, property.Path.Value) is not { } member)
            {
                continue; // sec:proof, locn:geometry and others have no JSON name
            }

            foreach (var constraint in property.Constraints)
            {
                string aim = $"{shape.Name}, {property.Path.Value}, {constraint.Component}";
                Aims.Add(aim);
                foreach (var change in EdcBreakage.Of(constraint, found.ContainsKey(member)))
                {
                    Try(aim, constraint.Component, type, member, change);
                }
            }
        }
    }

    private void Try(string aim, string component, string type, string member, Func<JsonNode?, JsonNode?> change)
    {
        var copy = (JsonObject)credential.DeepClone();
        var node = FirstOf(copy, type)!;
        var changed = change(node[member]?.DeepClone());
        node.Remove(member);
        if (member == "proof" && changed?["@value"] is not null)
        {
            return; // a proof is a graph, and of a graph with nothing but a text jsonld.js makes nothing, not even a node
        }

        if (changed is not null)
        {
            node[member] = changed;
        }

        string json = copy.ToJsonString();
        mutants.TryAdd(json, new EdcMutant(aim, component, json));
    }

    private static JsonObject? FirstOf(JsonNode? node, string type) => node switch
    {
        JsonObject found when IsOf(found["type"], type) => found,
        JsonObject other => other.Select(member => FirstOf(member.Value, type)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => FirstOf(item, type)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool IsOf(JsonNode? types, string type) =>
        types is JsonArray several ? several.Any(item => IsOf(item, type)) : types is JsonValue single && single.GetValue<string>() == type;
}
