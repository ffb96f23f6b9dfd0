using System.Text.Json;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>JSON-LD 1.1 over a closed set of contexts. One instance serves all threads and remembers processed contexts.</summary>
public sealed class JsonLdProcessor(ContextRegistry contexts)
{
    /// <summary>Deserializes a document to RDF (JSON-LD 1.1 API §8.1).</summary>
    /// <exception cref="JsonLdException">The document or a context is refused.</exception>
    public RdfDataset ToRdf(JsonElement document, JsonLdOptions options) =>
        throw new NotSupportedException($"Not there yet: {contexts}, {document}, {options}.");
}
