using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Values kept in an object by language, index, id or type (JSON-LD 1.1 API §5.1.2 steps 13.7 and 13.8).</summary>
internal sealed class MapExpansion(Expander expander, ActiveContext active, string property, TermDefinition term)
{
    /// <summary>A map from language tags to texts (step 13.7).</summary>
    public static ExpandedSet ExpandLanguages(ActiveContext active, TermDefinition term, JsonElement map, Place place, SafeMode safe)
    {
        string? direction = term.Direction is { } stated ? stated.Value : active.Direction;
        var texts = new List<Expanded>();
        foreach (var member in map.EnumerateObject())
        {
            string? language = IriExpansion.Expand(active, member.Name, vocab: true) == Keyword.None ? null : member.Name;
            var memberPlace = place.Member(member.Name);
            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                Add(member.Value, memberPlace);
                continue;
            }

            int index = 0;
            foreach (var item in member.Value.EnumerateArray())
            {
                Add(item, memberPlace.Item(index++));
            }

            void Add(JsonElement item, Place at)
            {
                switch (item.ValueKind)
                {
                    case JsonValueKind.Null:
                        safe.Dropped(at, "A null");
                        break;
                    case JsonValueKind.String:
                        texts.Add(new ExpandedValue(at) { Text = item.GetString(), Language = language, Direction = direction });
                        break;
                    default:
                        throw at.Error(JsonLdErrorCode.InvalidLanguageMapValue, "A text by language is a string.");
                }
            }
        }

        return new ExpandedSet(place, texts);
    }

    /// <summary>A map from indexes, ids or types to values (step 13.8).</summary>
    public ExpandedSet Expand(JsonElement map, Place place)
    {
        var values = new List<Expanded>();
        foreach (var member in map.EnumerateObject())
        {
            var at = place.Member(member.Name);
            var context = MapContext(member.Name, at);
            switch (expander.Expand(context, property, member.Value, at, fromMap: true))
            {
                case null:
                    break;
                case ExpandedSet set:
                    values.AddRange(set.Items.Select(item => Key(item, member.Name, at)));
                    break;
                case var single:
                    values.Add(Key(single, member.Name, at));
                    break;
            }
        }

        return new ExpandedSet(place, values);
    }

    private ActiveContext MapContext(string key, Place at)
    {
        if (!Has(Containers.Id | Containers.Type))
        {
            return active;
        }

        var context = active.Previous ?? active;
        return Has(Containers.Type) && context.Find(key) is { LocalContext: not null } type
            ? expander.Contexts.Enter(context, type, ContextScope.Type, at)
            : context;
    }

    private Expanded Key(Expanded item, string key, Place at)
    {
        if (Has(Containers.Graph) && item is not ExpandedNode { IsGraph: true })
        {
            item = ExpandedNode.GraphOf(item);
        }

        string? expandedKey = IriExpansion.Expand(active, key, vocab: true);
        if (expandedKey == Keyword.None)
        {
            return item;
        }

        if (Has(Containers.Index))
        {
            if (term.Index is { } indexProperty && indexProperty != Keyword.Index)
            {
                SetProperty(Node(item, at), indexProperty, key, at);
            }
            else
            {
                item.Index ??= key; // an index is lost in RDF, which is where safe mode minds
            }
        }
        else if (Has(Containers.Id))
        {
            SetId(Node(item, at), key, at);
        }
        else
        {
            AddType(Node(item, at), key, expandedKey, at);
        }

        return item;
    }

    private void SetProperty(ExpandedNode node, string indexProperty, string key, Place at)
    {
        var value = ValueExpansion.ExpandText(active, active.Find(indexProperty), key, at, expander.Safe);
        string iri = IriExpansion.Expand(active, indexProperty, vocab: true)!;
        node.Properties.Remove(iri, out var existing);
        node.Add(iri, new ExpandedSet(at, [value, .. existing ?? []]));
    }

    private void SetId(ExpandedNode node, string key, Place at)
    {
        if (node.HasId)
        {
            expander.Safe.Dropped(at, "The id that a node with another id is kept under");
            return;
        }

        node.Id = IriExpansion.Expand(active, key, documentRelative: true);
        node.HasId = true;
        expander.Safe.RequireIdentifier(at, node.Id);
    }

    private void AddType(ExpandedNode node, string key, string? type, Place at)
    {
        expander.Safe.RequireType(at, key, type);
        if (type is not null)
        {
            node.Types = [type, .. node.Types ?? []];
        }
    }

    private bool Has(Containers any) => (term.Containers & any) != 0;

    private static ExpandedNode Node(Expanded item, Place at) => item as ExpandedNode
        ?? throw at.Error(JsonLdErrorCode.InvalidValueObject, "A value cannot be kept under an id, a type or a property.");
}
