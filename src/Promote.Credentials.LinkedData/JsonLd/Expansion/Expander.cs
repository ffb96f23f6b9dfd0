using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Expansion (JSON-LD 1.1 API §5.1.2) of one document; the step numbers are the standard's.</summary>
internal sealed class Expander(ContextProcessor contexts, SafeMode safe, string? baseUrl)
{
    public ContextProcessor Contexts => contexts;

    public SafeMode Safe => safe;

    /// <summary>The items of a whole document (§5.1.1 steps 8 to 8.2).</summary>
    public List<Expanded> ExpandDocument(ActiveContext active, JsonElement document) =>
        Expand(active, null, document, Place.Root) switch
        {
            null => [],
            ExpandedSet set => set.Items,
            ExpandedNode { IsGraph: true, HasId: false, Index: null } node => node.Graph!,
            var single => [single],
        };

    /// <summary>Expands any value; null where nothing is left of it.</summary>
    /// <param name="active">The context.</param>
    /// <param name="property">The name of the member that holds the value; null at the top.</param>
    /// <param name="element">The value.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="fromMap">Whether it is a value of an index, id or type map.</param>
    public Expanded? Expand(ActiveContext active, string? property, JsonElement element, Place place, bool fromMap = false)
    {
        var term = property is null ? null : active.Find(property);
        switch (element.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                safe.Dropped(place, "A null");
                return null;
            case JsonValueKind.Array:
                return ExpandArray(active, property, term, element, place, fromMap);
            case JsonValueKind.Object:
                return ExpandObject(active, property, term, element, place, fromMap);
            default:
                return ExpandScalar(active, property, term, element, place);
        }
    }

    // Step 4
    private Expanded? ExpandScalar(ActiveContext active, string? property, TermDefinition? term, JsonElement element, Place place)
    {
        if (property is null or Keyword.Graph)
        {
            safe.Dropped(place, "A value outside of any property");
            return null;
        }

        if (term is { LocalContext: not null })
        {
            active = contexts.Enter(active, term, ContextScope.Property, place);
        }

        return ValueExpansion.Expand(active, active.Find(property), element, place, safe);
    }

    // Step 5
    private ExpandedSet ExpandArray(
        ActiveContext active, string? property, TermDefinition? term, JsonElement element, Place place, bool fromMap)
    {
        bool isList = term is not null && term.Containers.HasFlag(Containers.List);
        var items = new List<Expanded>(element.GetArrayLength());
        int index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var itemPlace = place.Item(index++);
            switch (Expand(active, property, item, itemPlace, fromMap))
            {
                case null:
                    break;
                case ExpandedSet set when isList:
                    items.Add(new ExpandedList(itemPlace, set.Items));
                    break;
                case ExpandedSet set:
                    items.AddRange(set.Items);
                    break;
                case var single:
                    items.Add(single);
                    break;
            }
        }

        return new ExpandedSet(place, items);
    }

    // Steps 6 to 20
    private Expanded? ExpandObject(
        ActiveContext active, string? property, TermDefinition? term, JsonElement element, Place place, bool fromMap)
    {
        var members = Member.AllOf(element);
        if (active.Previous is { } previous && !fromMap && !KeepsContext(active, members))
        {
            active = previous; // step 7
        }

        if (term is { LocalContext: not null })
        {
            active = contexts.Enter(active, term, ContextScope.Property, place); // step 8
        }

        foreach (var member in members)
        {
            if (member.Name == Keyword.Context)
            {
                active = contexts.Enter(active, member.Value, baseUrl, place.Member(Keyword.Context)); // step 9
            }
        }

        var typeScoped = active; // step 10
        active = TypeScope.Enter(contexts, active, members, place);
        return new ObjectExpansion(this, typeScoped, property, members, place).Expand(active).Finish(property, safe);
    }

    /// <summary>Whether an object is a value or a mere reference: these do not end a context that does not propagate.</summary>
    private static bool KeepsContext(ActiveContext active, Member[] members)
    {
        foreach (var member in members)
        {
            string? name = IriExpansion.Expand(active, member.Name, vocab: true);
            if (name == Keyword.Value || (name == Keyword.Id && members.Length == 1))
            {
                return true;
            }
        }

        return false;
    }
}
