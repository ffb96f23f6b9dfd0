using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;
using Promote.Credentials.LinkedData.JsonLd.Expansion;
using Promote.Credentials.LinkedData.JsonLd.ToRdf;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>JSON-LD 1.1 over a closed set of contexts. One instance serves all threads and remembers processed contexts.</summary>
public sealed class JsonLdProcessor(ContextRegistry contexts)
{
    private readonly ContextDocuments documents = new(contexts);
    private readonly SharedContexts shared = new();

    /// <summary>Expands a document (JSON-LD 1.1 API §5.1): expanded document form, JSON in UTF-8.</summary>
    /// <param name="document">A value that <see cref="Json.StrictJson"/> read.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="JsonLdException">The document or a context is refused.</exception>
    public byte[] Expand(JsonElement document, JsonLdOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ExpandedJson.Write(ExpandItems(document, options, new SafeMode(options.SafeMode)));
    }

    /// <summary>Deserializes a document to RDF (JSON-LD 1.1 API §8.1).</summary>
    /// <param name="document">A value that <see cref="Json.StrictJson"/> read.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="JsonLdException">The document or a context is refused.</exception>
    public RdfDataset ToRdf(JsonElement document, JsonLdOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var safe = new SafeMode(options.SafeMode);
        return new RdfEmitter(options, safe).Emit(ExpandItems(document, options, safe));
    }

    /// <summary>Deserializes as without safe mode, and tells all that safe mode would have refused; the first 64 of it.</summary>
    /// <param name="document">A value that <see cref="Json.StrictJson"/> read.</param>
    /// <param name="options">How to read it; of safe mode they say nothing here.</param>
    /// <param name="losses">What the document says and the dataset does not.</param>
    /// <exception cref="JsonLdException">The document or a context is refused.</exception>
    public RdfDataset ToRdf(JsonElement document, JsonLdOptions options, out IReadOnlyList<JsonLdLoss> losses)
    {
        ArgumentNullException.ThrowIfNull(options);
        var lost = new List<JsonLdLoss>();
        losses = lost;
        var safe = new SafeMode(isOn: false, lost);
        return new RdfEmitter(options, safe).Emit(ExpandItems(document, options, safe));
    }

    private List<Expanded> ExpandItems(JsonElement document, JsonLdOptions options, SafeMode safe)
    {
        var processor = new ContextProcessor(documents);
        var active = options.Base is null ? shared.Root : new ActiveContext(options.Base, null);
        if (options.ExpandContext is { } given)
        {
            var context = given.ValueKind == JsonValueKind.Object && given.TryGetProperty(Keyword.Context, out var inner) ? inner : given;
            active = processor.Enter(active, context, options.Base, Place.Root);
        }

        return new Expander(processor, safe, options.Base).ExpandDocument(active, document);
    }
}
