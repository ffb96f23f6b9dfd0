using System.Collections.Concurrent;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>The registry's documents, each parsed once.</summary>
internal sealed class ContextDocuments(ContextRegistry registry)
{
    private readonly ConcurrentDictionary<string, JsonElement> contexts = new(StringComparer.Ordinal);

    /// <summary>The value of <c>@context</c> in the document at a URL.</summary>
    public JsonElement Load(string url, Place place)
    {
        if (!contexts.TryGetValue(url, out var context))
        {
            context = Parse(url, place);
            contexts.TryAdd(url, context);
        }

        return context;
    }

    private JsonElement Parse(string url, Place place)
    {
        if (!registry.TryGet(url, out var utf8))
        {
            throw place.Error(JsonLdErrorCode.LoadingRemoteContextFailed, $"The context {url} is not one that this service knows.");
        }

        try
        {
            // Not disposed: the document lives as long as the contexts made from it.
            var root = StrictJson.Parse(utf8).RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Keyword.Context, out var context)
                ? context
                : throw place.Error(JsonLdErrorCode.InvalidRemoteContext, $"The document {url} holds no @context.");
        }
        catch (MalformedJsonException e)
        {
            throw place.Error(JsonLdErrorCode.LoadingRemoteContextFailed, $"The document {url} cannot be read: {e.Message}");
        }
    }
}
