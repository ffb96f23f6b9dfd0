using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>eddsa-rdfc-2022 (§3.2): the meaning of the document is signed, as canonical N-Quads, so its layout may change.</summary>
public sealed class EddsaRdfc2022 : Cryptosuite
{
    /// <inheritdoc/>
    public override string Name => "eddsa-rdfc-2022";

    /// <inheritdoc/>
    public override KeyAlgorithm KeyAlgorithm => KeyAlgorithm.Ed25519;

    internal override bool ProofCarriesContext => false;

    /// <summary>
    /// §3.2.5 step 4 reads the proof with the document's context and ignores one of its own, which would be text that nobody signed:
    /// it is taken only where it says the same.
    /// </summary>
    internal override bool TryGetSignedContext(JsonElement documentContext, JsonElement proofContext, out JsonElement signedContext)
    {
        signedContext = documentContext;
        return proofContext.ValueKind == JsonValueKind.Undefined
            || (documentContext.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(documentContext, proofContext));
    }

    private protected override byte[] Canonicalize(JsonElement value) => CanonicalRdf.Canonicalize(value);
}
