using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Verification.Keys;

/// <summary>What became of one key that a signature names.</summary>
/// <param name="Reference">How it is named.</param>
/// <param name="Provenance">Whose key it is, as far as that can be known.</param>
/// <param name="Method">The key itself; null where it was not found. Only a published one says anything about the issuer.</param>
internal sealed record KeyLookup(KeyReference Reference, KeyProvenance Provenance, VerificationMethod? Method)
{
    /// <summary>Whether the document names one key by its URL and carries another.</summary>
    internal bool IsContradictory { get; init; }
}
