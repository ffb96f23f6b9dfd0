using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Expands the members of one object (JSON-LD 1.1 API §5.1.2 steps 13 and 14).</summary>
internal sealed class ObjectExpansion(Expander expander, ActiveContext active, ActiveContext typeScoped, string? property, Place place)
{
    private readonly ObjectDraft draft = new(place);
    private Member[] all = [];

    public Expanded? Expand(Member[] members)
    {
        all = members;
        ExpandMembers(active, members, place);
        return draft.Finish(property, expander.Safe);
    }

    private void ExpandMembers(ActiveContext context, Member[] members, Place at)
    {
        List<Member>? nests = null;
        foreach (var member in members)
        {
            if (member.Name == Keyword.Context)
            {
                continue;
            }

            string? name = IriExpansion.Expand(context, member.Name, vocab: true);
            if (name is null || !(name.Contains(':', StringComparison.Ordinal) || Keyword.Is(name)))
            {
                expander.Safe.UndefinedTerm(at.Member(member.Name), member.Name);
            }
            else if (name == Keyword.Nest)
            {
                (nests ??= []).Add(member);
            }
            else if (name[0] == '@')
            {
                ExpandKeyword(context, name, member.Value, at.Member(member.Name));
            }
            else
            {
                ExpandProperty(context, member.Name, name, member.Value, at.Member(member.Name));
            }
        }

        if (nests is not null)
        {
            ExpandNests(context, nests, at);
        }
    }

    // Step 14: the members of a nest count as members of the object around it.
    private void ExpandNests(ActiveContext context, List<Member> nests, Place at)
    {
        nests.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var nest in nests)
        {
            var nestPlace = at.Member(nest.Name);
            var inside = context.Find(nest.Name) is { LocalContext: not null } term
                ? expander.Contexts.Enter(context, term, ContextScope.Property, nestPlace)
                : context;
            if (nest.Value.ValueKind != JsonValueKind.Array)
            {
                ExpandNest(inside, nest.Value, nestPlace);
                continue;
            }

            int index = 0;
            foreach (var item in nest.Value.EnumerateArray())
            {
                ExpandNest(inside, item, nestPlace.Item(index++));
            }
        }
    }

    private void ExpandNest(ActiveContext context, JsonElement value, Place at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw at.Error(JsonLdErrorCode.InvalidNestValue, "What is nested is an object.");
        }

        var members = Member.AllOf(value);
        if (members.Any(member => IriExpansion.Expand(context, member.Name, vocab: true) == Keyword.Value))
        {
            throw at.Error(JsonLdErrorCode.InvalidNestValue, "What is nested is no value.");
        }

        ExpandMembers(context, members, at);
    }

    // Steps 13.5 to 13.14
    private void ExpandProperty(ActiveContext context, string name, string iri, JsonElement value, Place at)
    {
        var term = context.Find(name);
        if (ExpandTermValue(context, name, term, value, at) is not { } expanded)
        {
            return;
        }

        var containers = term?.Containers ?? Containers.None;
        if (containers.HasFlag(Containers.List) && expanded is not ExpandedList)
        {
            expanded = new ExpandedList(at, Items(expanded));
        }

        if (containers.HasFlag(Containers.Graph) && (containers & (Containers.Id | Containers.Index)) == 0)
        {
            expanded = new ExpandedSet(at, Items(expanded).ConvertAll<Expanded>(item => new ExpandedNode(item.Place) { Graph = [item] }));
        }

        if (term is { IsReverse: true })
        {
            AddReverse(draft.Node, iri, Items(expanded));
        }
        else
        {
            draft.Node.Add(iri, expanded);
        }
    }

    private Expanded? ExpandTermValue(ActiveContext context, string name, TermDefinition? term, JsonElement value, Place at)
    {
        if (term is not null)
        {
            if (term.Type == Keyword.Json)
            {
                return ObjectDraft.JsonValue(value, at);
            }

            if (value.ValueKind == JsonValueKind.Object)
            {
                if (term.Containers.HasFlag(Containers.Language))
                {
                    return MapExpansion.ExpandLanguages(context, term, value, at, expander.Safe);
                }

                if ((term.Containers & (Containers.Index | Containers.Id | Containers.Type)) != 0)
                {
                    return new MapExpansion(expander, context, name, term).Expand(value, at);
                }
            }
        }

        return expander.Expand(context, name, value, at);
    }

    // Step 13.4
    private void ExpandKeyword(ActiveContext context, string keyword, JsonElement value, Place at)
    {
        if (property == Keyword.Reverse)
        {
            throw at.Error(JsonLdErrorCode.InvalidReversePropertyMap, "A reverse map holds properties only.");
        }

        draft.NoteKeyword(keyword, at);
        switch (keyword)
        {
            case Keyword.Id:
                draft.SetId(value.ValueKind == JsonValueKind.String
                    ? IriExpansion.Expand(context, value.GetString()!, documentRelative: true)
                    : throw at.Error(JsonLdErrorCode.InvalidIdValue, "@id is a string."));
                expander.Safe.RequireIdentifier(at, draft.Node.Id);
                break;
            case Keyword.Type:
                AddTypes(value, at);
                break;
            case Keyword.Graph:
                draft.Node.Graph = Items(expander.Expand(context, Keyword.Graph, value, at));
                break;
            case Keyword.Included:
                AddIncluded(expander.Expand(context, property, value, at), at);
                break;
            case Keyword.Value:
                draft.SetValue(value, TypeScope.IsJson(typeScoped, all), at);
                break;
            case Keyword.Language:
                draft.Language = value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : throw at.Error(JsonLdErrorCode.InvalidLanguageTaggedString, "@language is a language tag.");
                break;
            case Keyword.Direction:
                draft.Direction = TextDirection.TryRead(value, out var direction) && direction is not null
                    ? direction
                    : throw at.Error(JsonLdErrorCode.InvalidBaseDirection, "@direction is \"ltr\" or \"rtl\".");
                break;
            case Keyword.Index:
                draft.Node.Index = value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : throw at.Error(JsonLdErrorCode.InvalidIndexValue, "@index is a string.");
                break;
            case Keyword.List when property is null or Keyword.Graph:
                expander.Safe.Dropped(at, "A list outside of any property");
                break;
            case Keyword.List:
                draft.List = Items(expander.Expand(context, property, value, at));
                break;
            case Keyword.Set:
                draft.Set = Items(expander.Expand(context, property, value, at));
                break;
            case Keyword.Reverse:
                AddReverseMap(context, value, at);
                break;
            default:
                expander.Safe.UndefinedTerm(at, keyword);
                break;
        }
    }

    private void AddTypes(JsonElement value, Place at)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            AddType(value, at);
            return;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw at.Error(JsonLdErrorCode.InvalidTypeValue, "@type is a string or an array of strings.");
        }

        draft.HasTypeArray = true;
        draft.Node.Types ??= [];
        int index = 0;
        foreach (var item in value.EnumerateArray())
        {
            AddType(item, at.Item(index++));
        }
    }

    private void AddType(JsonElement value, Place at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw at.Error(JsonLdErrorCode.InvalidTypeValue, "@type is a string or an array of strings.");
        }

        // Types are looked up before any of them brought a context.
        string text = value.GetString()!;
        string? type = IriExpansion.Expand(typeScoped, text, documentRelative: true, vocab: true);
        if (type is null || !(type == Keyword.Json || IriExpansion.IsIriOrBlank(type)))
        {
            expander.Safe.UndefinedType(at, text);
        }

        if (type is not null)
        {
            (draft.Node.Types ??= new List<string>(1)).Add(type);
        }
    }

    private void AddIncluded(Expanded? value, Place at)
    {
        var nodes = Items(value);
        if (value is null || nodes.Any(node => node is not ExpandedNode))
        {
            throw at.Error(JsonLdErrorCode.InvalidIncludedValue, "@included holds nodes.");
        }

        (draft.Node.Included ??= []).AddRange(nodes);
    }

    // Step 13.4.13
    private void AddReverseMap(ActiveContext context, JsonElement value, Place at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw at.Error(JsonLdErrorCode.InvalidReverseValue, "@reverse is an object.");
        }

        if (expander.Expand(context, Keyword.Reverse, value, at) is not ExpandedNode map)
        {
            return;
        }

        foreach (var (iri, values) in map.Reverse ?? [])
        {
            draft.Node.Add(iri, new ExpandedSet(at, values)); // reversed twice
        }

        foreach (var (iri, values) in map.Properties)
        {
            AddReverse(draft.Node, iri, values);
        }
    }

    private static void AddReverse(ExpandedNode node, string iri, List<Expanded> values)
    {
        foreach (var value in values)
        {
            if (value is not ExpandedNode)
            {
                throw value.Place.Error(JsonLdErrorCode.InvalidReversePropertyValue, "Only a node can have a property.");
            }

            node.AddReverse(iri, value);
        }
    }

    private static List<Expanded> Items(Expanded? expanded) => expanded switch
    {
        null => [],
        ExpandedSet set => set.Items,
        _ => [expanded],
    };
}
