using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Expands the members of one object (JSON-LD 1.1 API §5.1.2 steps 13 and 14).</summary>
internal sealed class ObjectExpansion(Expander expander, ActiveContext active, ActiveContext typeScoped, string? property, Place place)
{
    private readonly ObjectDraft draft = new(place);

    public Expanded? Expand(Member[] members)
    {
        var keywords = new KeywordExpansion(expander, draft, typeScoped, property, members);
        ExpandMembers(active, members, place, keywords);
        return draft.Finish(property, expander.Safe);
    }

    private void ExpandMembers(ActiveContext context, Member[] members, Place at, KeywordExpansion keywords)
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
                keywords.Expand(context, name, member.Value, at.Member(member.Name));
            }
            else
            {
                ExpandProperty(context, member.Name, name, member.Value, at.Member(member.Name));
            }
        }

        if (nests is not null)
        {
            ExpandNests(context, nests, at, keywords);
        }
    }

    // Step 14: the members of a nest count as members of the object around it.
    private void ExpandNests(ActiveContext context, List<Member> nests, Place at, KeywordExpansion keywords)
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
                ExpandNest(inside, nest.Value, nestPlace, keywords);
                continue;
            }

            int index = 0;
            foreach (var item in nest.Value.EnumerateArray())
            {
                ExpandNest(inside, item, nestPlace.Item(index++), keywords);
            }
        }
    }

    private void ExpandNest(ActiveContext context, JsonElement value, Place at, KeywordExpansion keywords)
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

        ExpandMembers(context, members, at, keywords);
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
            expanded = new ExpandedSet(at, ExpandedSet.ItemsOf(expanded).ConvertAll<Expanded>(item => new ExpandedNode(item.Place) { Graph = [item] }));
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
