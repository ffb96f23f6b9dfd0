using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>RDFC-1.0: the meaning of the document is signed, as canonical N-Quads, so its layout may change.</summary>
internal sealed class RdfcTransformation : Transformation
{
    public override bool ProofCarriesContext => false;

    /// <summary>
    /// §3.2.5 step 4 of both specifications reads the proof with the document's context and ignores one of its own, which would be text
    /// that nobody signed: it is taken only where it says the same.
    /// </summary>
    public override bool TryGetSignedContext(JsonElement documentContext, JsonElement proofContext, out JsonElement signedContext)
    {
        signedContext = documentContext;
        return proofContext.ValueKind == JsonValueKind.Undefined
            || (documentContext.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(documentContext, proofContext));
    }

    public override byte[] Canonicalize(JsonElement value, HashAlgorithmName hash) => CanonicalRdf.Canonicalize(value, hash);
}
