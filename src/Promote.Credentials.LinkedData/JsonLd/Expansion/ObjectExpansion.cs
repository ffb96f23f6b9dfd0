using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Expands the members of one object (JSON-LD 1.1 API §5.1.2 steps 13 and 14).</summary>
internal sealed class ObjectExpansion
{
    private readonly Expander expander;
    private readonly ObjectDraft draft;
    private readonly KeywordExpansion keywords;
    private readonly Member[] members;
    private readonly Place place;

    /// <param name="expander">Expands what the members hold.</param>
    /// <param name="typeScoped">The context in which the types of the object are looked up.</param>
    /// <param name="property">The name of the member that holds the object; null at the top.</param>
    /// <param name="members">The members.</param>
    /// <param name="place">Where the object stands.</param>
    public ObjectExpansion(Expander expander, ActiveContext typeScoped, string? property, Member[] members, Place place)
    {
        this.expander = expander;
        this.members = members;
        this.place = place;
        draft = new ObjectDraft(place);
        keywords = new KeywordExpansion(expander, draft, typeScoped, property, members);
    }

    /// <summary>What the members amount to in a context.</summary>
    public ObjectDraft Expand(ActiveContext active)
    {
        ExpandMembers(active, members, place);
        return draft;
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
            var memberPlace = at.Member(member.Name);
            if (name == Keyword.Nest)
            {
                (nests ??= []).Add(member);
            }
            else if (name is not null && Keyword.Is(name))
            {
                keywords.Expand(context, name, member.Value, memberPlace);
            }
            else if (name is not null && name.Contains(':', StringComparison.Ordinal))
            {
                ExpandProperty(context, member.Name, name, member.Value, memberPlace);
            }
            else
            {
                expander.Safe.UndefinedTerm(memberPlace, member.Name);
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
            expanded = new ExpandedList(at, ExpandedSet.ItemsOf(expanded));
        }

        if (containers.HasFlag(Containers.Graph) && (containers & (Containers.Id | Containers.Index)) == 0)
        {
            expanded = new ExpandedSet(at, ExpandedSet.ItemsOf(expanded).ConvertAll<Expanded>(ExpandedNode.GraphOf));
        }

        if (term is { IsReverse: true })
        {
            draft.Node.AddReverse(iri, ExpandedSet.ItemsOf(expanded));
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
}
