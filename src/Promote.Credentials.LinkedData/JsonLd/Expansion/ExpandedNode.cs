namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>A node object: a thing with properties.</summary>
internal sealed class ExpandedNode(Place place) : Expanded(place)
{
    /// <summary>IRI or blank node identifier; null where the node has none.</summary>
    public string? Id { get; set; }

    /// <summary>Whether the node has an <c>@id</c>, even one that means nothing.</summary>
    public bool HasId { get; set; }

    public List<string>? Types { get; set; }

    public Dictionary<string, List<Expanded>> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties that point from other nodes to this one.</summary>
    public Dictionary<string, List<Expanded>>? Reverse { get; set; }

    /// <summary>What the node's own graph holds; null where it has no graph.</summary>
    public List<Expanded>? Graph { get; set; }

    public List<Expanded>? Included { get; set; }

    /// <summary>Whether it is nothing but a graph with perhaps a name (JSON-LD 1.1 §9.4, "graph object").</summary>
    public bool IsGraph => Graph is not null && Types is null && Properties.Count == 0 && Reverse is null && Included is null;

    /// <summary>Whether it says nothing but, perhaps, its name.</summary>
    public bool IsOnlyId => Types is null && Properties.Count == 0 && Reverse is null && Graph is null && Included is null && Index is null;

    /// <summary>A graph, without a name, that holds one item.</summary>
    public static ExpandedNode GraphOf(Expanded item) => new(item.Place) { Graph = [item] };

    public void Add(string property, Expanded value) => Add(Properties, property, value);

    /// <summary>Adds nodes that have this one as the value of a property.</summary>
    public void AddReverse(string property, List<Expanded> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is not ExpandedNode)
            {
                throw node.Place.Error(JsonLdErrorCode.InvalidReversePropertyValue, "Only a node can have a property.");
            }

            Add(Reverse ??= new(StringComparer.Ordinal), property, node);
        }
    }

    private static void Add(Dictionary<string, List<Expanded>> properties, string property, Expanded value)
    {
        if (!properties.TryGetValue(property, out var values))
        {
            properties.Add(property, values = new List<Expanded>(1));
        }

        if (value is ExpandedSet set)
        {
            values.AddRange(set.Items);
        }
        else
        {
            values.Add(value);
        }
    }
}
