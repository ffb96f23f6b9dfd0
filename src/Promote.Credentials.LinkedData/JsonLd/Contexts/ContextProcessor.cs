using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>Context Processing (JSON-LD 1.1 API §4.1.2) for one document; the step numbers are the standard's.</summary>
internal sealed class ContextProcessor(ContextDocuments documents)
{
    public ContextWork Work { get; } = new();

    /// <summary>The context inside a member <c>@context</c> of the document.</summary>
    public ActiveContext Enter(ActiveContext active, JsonElement local, string? baseUrl, Place place) =>
        Process(active, local, new ContextOrigin(baseUrl, place), ContextScope.Document);

    /// <summary>The context where the scoped context of a term applies.</summary>
    public ActiveContext Enter(ActiveContext active, TermDefinition term, ContextScope scope, Place place) =>
        active.After(
            new ContextStep(null, term, scope),
            () => Process(active, term.LocalContext!.Value, new ContextOrigin(term.BaseUrl, place), scope));

    public ActiveContext Process(ActiveContext active, JsonElement local, ContextOrigin origin, ContextScope scope)
    {
        var result = active;
        if (!Propagates(local, origin, scope) && active.Previous is null)
        {
            result = active.Copy(); // step 3
            result.Previous = active;
        }

        if (local.ValueKind != JsonValueKind.Array)
        {
            return ProcessOne(result, local, origin, scope);
        }

        int index = 0;
        foreach (var context in local.EnumerateArray())
        {
            var place = origin.IsRemote ? origin.Place : origin.Place.Item(index++);
            result = ProcessOne(result, context, origin with { Place = place }, scope);
        }

        return result;
    }

    /// <summary>The context at a URL as it is written (step 5.2).</summary>
    public JsonElement Load(string url, ContextOrigin origin) => documents.Load(url, origin.Place);

    private static bool Propagates(JsonElement local, ContextOrigin origin, ContextScope scope)
    {
        if (local.ValueKind == JsonValueKind.Object && local.TryGetProperty(Keyword.Propagate, out var stated))
        {
            return stated.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? stated.GetBoolean()
                : throw origin.Place.Error(JsonLdErrorCode.InvalidPropagateValue, "@propagate is true or false.");
        }

        return scope != ContextScope.Type;
    }

    private ActiveContext ProcessOne(ActiveContext active, JsonElement context, ContextOrigin origin, ContextScope scope) =>
        context.ValueKind switch
        {
            JsonValueKind.Null => Nullify(active, origin, scope),
            JsonValueKind.String => Follow(active, origin.Resolve(context.GetString()!), origin, scope),
            JsonValueKind.Object => new ContextDefinition(this, active, context, origin, scope).Apply(),
            _ => throw origin.Place.Error(JsonLdErrorCode.InvalidLocalContext, "A context is a URL, an object or null."),
        };

    private static ActiveContext Nullify(ActiveContext active, ContextOrigin origin, ContextScope scope)
    {
        if (scope != ContextScope.Property && active.HasProtectedTerms)
        {
            throw origin.Place.Error(JsonLdErrorCode.InvalidContextNullification, "A null context would remove protected terms.");
        }

        return new ActiveContext(active.OriginalBase, null) { Previous = active.Previous };
    }

    private ActiveContext Follow(ActiveContext active, string url, ContextOrigin origin, ContextScope scope)
    {
        if (!origin.ValidatesScopedContexts && origin.Includes(url))
        {
            return active; // step 5.2.2: a scoped context that names the document it stands in was checked with it
        }

        // Only what the document itself names is remembered: inside, the outcome may depend on what led there.
        return origin.IsRemote || scope != ContextScope.Document ? Make() : active.After(new ContextStep(url, null, scope), Make);

        ActiveContext Make() => Process(active, Load(url, origin), origin.Follow(url), scope);
    }
}
