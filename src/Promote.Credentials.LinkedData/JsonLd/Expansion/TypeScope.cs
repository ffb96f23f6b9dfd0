using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Contexts that the types of a node bring along (JSON-LD 1.1 API §5.1.2 step 11).</summary>
internal static class TypeScope
{
    public static ActiveContext Enter(ContextProcessor contexts, ActiveContext active, Member[] members, Place place)
    {
        List<Member>? typed = null;
        foreach (var member in members)
        {
            if (IsType(active, member.Name))
            {
                (typed ??= []).Add(member);
            }
        }

        if (typed is null)
        {
            return active;
        }

        var result = active;
        typed.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var member in typed)
        {
            foreach (string type in InOrder(member.Value))
            {
                // Looked up where the types were written, not in what an earlier type brought.
                if (active.Find(type) is { LocalContext: not null } term)
                {
                    result = contexts.Enter(result, term, ContextScope.Type, place.Member(member.Name));
                }
            }
        }

        return result;
    }

    /// <summary>Whether the last type of an object is @json, which lets its @value be any JSON (step 12).</summary>
    public static bool IsJson(ActiveContext active, Member[] members)
    {
        var first = members
            .Where(member => IsType(active, member.Name))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        var type = first.Value.ValueKind == JsonValueKind.Array ? first.Value.EnumerateArray().LastOrDefault() : first.Value;
        return type.ValueKind == JsonValueKind.String && IriExpansion.Expand(active, type.GetString()!, vocab: true) == Keyword.Json;
    }

    private static bool IsType(ActiveContext active, string name) =>
        name == Keyword.Type || (active.Find(name) is { Iri: Keyword.Type });

    private static List<string> InOrder(JsonElement types)
    {
        var strings = new List<string>(1);
        if (types.ValueKind == JsonValueKind.String)
        {
            strings.Add(types.GetString()!);
        }
        else if (types.ValueKind == JsonValueKind.Array)
        {
            foreach (var type in types.EnumerateArray())
            {
                if (type.ValueKind == JsonValueKind.String)
                {
                    strings.Add(type.GetString()!);
                }
            }

            strings.Sort(StringComparer.Ordinal);
        }

        return strings;
    }
}
