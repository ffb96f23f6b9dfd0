using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Expands the members of one object whose names mean keywords (JSON-LD 1.1 API §5.1.2 step 13.4).</summary>
internal sealed class KeywordExpansion(
    Expander expander, ObjectDraft draft, ActiveContext typeScoped, string? property, Member[] members)
{
    public void Expand(ActiveContext context, string keyword, JsonElement value, Place at)
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
                draft.Node.Graph = ExpandedSet.ItemsOf(expander.Expand(context, Keyword.Graph, value, at));
                break;
            case Keyword.Included:
                AddIncluded(expander.Expand(context, property, value, at), at);
                break;
            case Keyword.Value:
                draft.SetValue(value, TypeScope.IsJson(typeScoped, members), at);
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
                draft.List = ExpandedSet.ItemsOf(expander.Expand(context, property, value, at));
                break;
            case Keyword.Set:
                draft.Set = ExpandedSet.ItemsOf(expander.Expand(context, property, value, at));
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
        expander.Safe.RequireType(at, text, type);
        if (type is not null)
        {
            (draft.Node.Types ??= new List<string>(1)).Add(type);
        }
    }

    private void AddIncluded(Expanded? value, Place at)
    {
        var nodes = ExpandedSet.ItemsOf(value);
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
            draft.Node.AddReverse(iri, values);
        }
    }
}
