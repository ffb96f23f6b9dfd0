using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.Formats.Europass;

/// <summary>Where the nodes of a credential's RDF stand in its JSON: each by its id, where that is said first.</summary>
internal sealed class EdcPlaces
{
    private readonly Dictionary<string, EdcPlace> nodes = new(StringComparer.Ordinal);
    private readonly List<EdcPlace> innerContexts = [];

    public EdcPlaces(JsonElement payload) => Walk(new EdcPlace(null, null, 0, payload));

    /// <summary>The contexts below the outermost object.</summary>
    public IReadOnlyList<EdcPlace> InnerContexts => innerContexts;

    /// <summary>The JSON name of a node's property, and the pointer to it, or to the node where it lacks the property; null where the node has no id.</summary>
    public (string Name, string? Pointer) Find(Term node, Iri property)
    {
        string localName = property.Value[(property.Value.LastIndexOfAny(['/', '#']) + 1)..];
        if (node is not Iri || !nodes.TryGetValue(node.Value, out var place))
        {
            return (localName, null);
        }

        string name = EdcNames.Member(place.Value, property.Value) ?? localName;
        return (name, place.Value.TryGetProperty(name, out _) ? JsonPointer.Append(place.Pointer, name) : place.Pointer);
    }

    private void Walk(EdcPlace place)
    {
        if (place.Value.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (var item in place.Value.EnumerateArray())
            {
                Walk(new EdcPlace(place, null, index++, item));
            }
        }
        else if (place.Value.ValueKind == JsonValueKind.Object)
        {
            WalkMembers(place);
        }
    }

    private void WalkMembers(EdcPlace place)
    {
        if (place.Value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
        {
            nodes.TryAdd(id.GetString()!, place);
        }

        foreach (var member in place.Value.EnumerateObject())
        {
            bool isContext = member.NameEquals(EdcContexts.Member);
            if (isContext && place.Parent is not null)
            {
                innerContexts.Add(new EdcPlace(place, EdcContexts.Member, 0, member.Value));
            }
            else if (!isContext && member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                Walk(new EdcPlace(place, member.Name, 0, member.Value));
            }
        }
    }
}
