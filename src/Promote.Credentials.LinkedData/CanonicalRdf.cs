using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.LinkedData;

/// <summary>A credential as the bytes that are hashed and signed: JSON-LD → RDF → RDFC-1.0 → canonical N-Quads.</summary>
public static class CanonicalRdf
{
    // Lazy, so that a context which differs from its digest is reported as that and not as a type that cannot be loaded.
    private static readonly Lazy<JsonLdProcessor> Processor = new(() => new JsonLdProcessor(ContextRegistry.Embedded));

    /// <summary>
    /// Canonical N-Quads, UTF-8, of a document read in safe mode with the embedded contexts, no base, directions as
    /// i18n datatypes and the default budget.
    /// </summary>
    /// <exception cref="JsonLdException">A term is undefined, a value would be dropped, or a context is unknown or broken.</exception>
    /// <exception cref="RdfcBudgetException">The graph costs too much to canonicalize.</exception>
    public static byte[] Canonicalize(JsonElement document) => Canonicalize(document, HashAlgorithmName.SHA256);

    /// <summary>The same with the hash that RDFC-1.0 names blank nodes by: SHA-384 for suites over P-384.</summary>
    /// <inheritdoc cref="Canonicalize(JsonElement)"/>
    public static byte[] Canonicalize(JsonElement document, HashAlgorithmName hash) =>
        Canonicalizer.NQuads(Processor.Value.ToRdf(document, JsonLdOptions.Credential), hash, RdfcBudget.Default);

    /// <summary>Reads a document in the same way without its canonical form: for signatures that cover bytes, whose readers expand it nevertheless.</summary>
    /// <exception cref="JsonLdException">A term is undefined, a value would be dropped, or a context is unknown or broken.</exception>
    public static void RefuseUnsafe(JsonElement document) => Processor.Value.ToRdf(document, JsonLdOptions.Credential);
}
