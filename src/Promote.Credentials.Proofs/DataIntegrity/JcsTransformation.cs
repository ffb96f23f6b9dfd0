using System.Security.Cryptography;
using System.Text.Json;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>JCS (RFC 8785): the JSON of the document is signed, in its canonical layout.</summary>
internal sealed class JcsTransformation : Transformation
{
    public override bool ProofCarriesContext => true;

    /// <summary>
    /// §3.3.2 step 3 of both specifications: the document's context starts with the proof's, which is the one that was signed; a later
    /// signer may have added to it.
    /// </summary>
    public override bool TryGetSignedContext(JsonElement documentContext, JsonElement proofContext, out JsonElement signedContext)
    {
        bool proofHasOne = proofContext.ValueKind != JsonValueKind.Undefined;
        signedContext = proofHasOne ? proofContext : documentContext;
        return !proofHasOne || StartsWith(Items(documentContext), Items(proofContext));
    }

    public override byte[] Canonicalize(JsonElement value, HashAlgorithmName hash) => LinkedData.Json.Jcs.Canonicalize(value);

    private static JsonElement[] Items(JsonElement context) => context.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Array => [.. context.EnumerateArray()],
        _ => [context],
    };

    private static bool StartsWith(JsonElement[] all, JsonElement[] start) =>
        start.Length <= all.Length && start.Zip(all).All(pair => JsonElement.DeepEquals(pair.First, pair.Second));
}
