using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>Applies one context that is an object (JSON-LD 1.1 API §4.1.2 steps 5.5 to 5.13).</summary>
internal sealed class ContextDefinition
{
    private readonly ContextProcessor processor;
    private readonly ContextOrigin origin;
    private readonly ContextScope scope;
    private readonly ActiveContext result;
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);

    public ContextDefinition(
        ContextProcessor processor, ActiveContext active, JsonElement context, ContextOrigin origin, ContextScope scope)
    {
        this.processor = processor;
        this.origin = origin;
        this.scope = scope;
        result = active.Copy();
        Add(context);
        processor.Work.Spend(1 + members.Count + (active.Count / 8), origin.Place);
    }

    public ActiveContext Apply()
    {
        CheckVersion();
        Import();
        ApplyBase();
        ApplyVocab();
        ApplyLanguage();
        ApplyDirection();
        CheckPropagate();
        new TermDefiner(processor, result, members, origin, scope).DefineAll();
        return result;
    }

    private void Add(JsonElement context)
    {
        foreach (var member in context.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }
    }

    private void CheckVersion()
    {
        if (members.TryGetValue(Keyword.Version, out var version)
            && !(version.ValueKind == JsonValueKind.Number && version.GetDouble() == 1.1))
        {
            throw Error(JsonLdErrorCode.InvalidVersionValue, Keyword.Version, "@version is the number 1.1.");
        }
    }

    // Step 5.6: what is imported lies under the members that are written here.
    private void Import()
    {
        if (!members.TryGetValue(Keyword.Import, out var import))
        {
            return;
        }

        if (import.ValueKind != JsonValueKind.String)
        {
            throw Error(JsonLdErrorCode.InvalidImportValue, Keyword.Import, "@import is a URL.");
        }

        var imported = processor.Load(origin.Resolve(import.GetString()!), origin);
        if (imported.ValueKind != JsonValueKind.Object)
        {
            throw Error(JsonLdErrorCode.InvalidRemoteContext, Keyword.Import, "An imported context is one object.");
        }

        if (imported.TryGetProperty(Keyword.Import, out _))
        {
            throw Error(JsonLdErrorCode.InvalidContextEntry, Keyword.Import, "An imported context cannot import.");
        }

        var own = members.ToArray();
        members.Clear();
        Add(imported);
        foreach (var (name, value) in own)
        {
            members[name] = value;
        }
    }

    // Step 5.7: the base of a loaded document is not the base of the document that names it.
    private void ApplyBase()
    {
        if (origin.IsRemote || !members.TryGetValue(Keyword.Base, out var value))
        {
            return;
        }

        var iri = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when Rdf.Iri.HasScheme(value.GetString()) => value.GetString(),
            JsonValueKind.String when result.Base is { } current => IriReference.Resolve(current, value.GetString()!),
            _ => throw Error(JsonLdErrorCode.InvalidBaseIri, Keyword.Base, "@base is an IRI or null."),
        };
        result.Base = ContextWork.Bounded(iri, origin.Place);
    }

    private void ApplyVocab()
    {
        if (!members.TryGetValue(Keyword.Vocab, out var value))
        {
            return;
        }

        var iri = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when IriExpansion.Expand(result, value.GetString()!, documentRelative: true, vocab: true) is { } expanded
                && IriExpansion.IsIriOrBlank(expanded) => expanded,
            _ => throw Error(JsonLdErrorCode.InvalidVocabMapping, Keyword.Vocab, "@vocab is an IRI, a blank node identifier or null."),
        };
        result.Vocab = ContextWork.Bounded(iri, origin.Place);
    }

    private void ApplyLanguage()
    {
        if (members.TryGetValue(Keyword.Language, out var value))
        {
            result.Language = value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => throw Error(JsonLdErrorCode.InvalidDefaultLanguage, Keyword.Language, "@language is a language tag or null."),
            };
        }
    }

    private void ApplyDirection()
    {
        if (members.TryGetValue(Keyword.Direction, out var value))
        {
            result.Direction = TextDirection.TryRead(value, out var direction)
                ? direction
                : throw Error(JsonLdErrorCode.InvalidBaseDirection, Keyword.Direction, "@direction is \"ltr\", \"rtl\" or null.");
        }
    }

    private void CheckPropagate()
    {
        if (members.TryGetValue(Keyword.Propagate, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw Error(JsonLdErrorCode.InvalidPropagateValue, Keyword.Propagate, "@propagate is true or false.");
        }
    }

    private JsonLdException Error(string code, string member, string message) =>
        (origin.IsRemote ? origin.Place : origin.Place.Member(member)).Error(code, message);
}
