using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Verification.Keys;

/// <summary>What became of one key that a signature names.</summary>
/// <param name="Url">The URL in the proof.</param>
/// <param name="Owner">The identifier that the URL starts with: who would have published the key.</param>
/// <param name="OwnerKnown">Whether the owner's keys could be looked up.</param>
/// <param name="Method">The key, when its owner lists it for signing claims.</param>
internal sealed record KeyLookup(string Url, string Owner, bool OwnerKnown, VerificationMethod? Method);
