using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>A key that a controller published for checking its proofs (Controlled Identifiers 1.0 §2.2).</summary>
/// <param name="Id">The URL that a proof names, with its fragment.</param>
/// <param name="Controller">Who answers for the key: for our documents the issuer.</param>
/// <param name="Key">The key itself.</param>
public sealed record VerificationMethod(string Id, string Controller, PublicKey Key);
