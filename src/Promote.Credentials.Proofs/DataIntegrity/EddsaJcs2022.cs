using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>eddsa-jcs-2022 (§3.3): the JSON of the document is signed, in its canonical layout.</summary>
public sealed class EddsaJcs2022 : Cryptosuite
{
    /// <inheritdoc/>
    public override string Name => "eddsa-jcs-2022";

    /// <inheritdoc/>
    public override KeyAlgorithm KeyAlgorithm => KeyAlgorithm.Ed25519;

    internal override bool ProofCarriesContext => true;

    /// <summary>§3.3.2 step 3: the document's context starts with the proof's, which is the one that was signed; a later signer may have added to it.</summary>
    internal override bool TryGetSignedContext(JsonElement documentContext, JsonElement proofContext, out JsonElement signedContext)
    {
        bool proofHasOne = proofContext.ValueKind != JsonValueKind.Undefined;
        signedContext = proofHasOne ? proofContext : documentContext;
        return !proofHasOne || StartsWith(Items(documentContext), Items(proofContext));
    }

    private protected override byte[] Canonicalize(JsonElement value) => Jcs.Canonicalize(value);

    private static JsonElement[] Items(JsonElement context) => context.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Array => [.. context.EnumerateArray()],
        _ => [context],
    };

    private static bool StartsWith(JsonElement[] all, JsonElement[] start) =>
        start.Length <= all.Length && start.Zip(all).All(pair => JsonElement.DeepEquals(pair.First, pair.Second));
}
