namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>What a proof says about itself, before anything of it is verified: enough to find its key.</summary>
/// <param name="Index">Its place in the document, from 0.</param>
/// <param name="Id">Its own URL, where it has one.</param>
/// <param name="Type">For instance <c>DataIntegrityProof</c>.</param>
/// <param name="Cryptosuite">For instance <c>eddsa-rdfc-2022</c>.</param>
/// <param name="VerificationMethod">The URL of the key.</param>
/// <param name="ProofPurpose">For instance <c>assertionMethod</c>.</param>
/// <param name="Created">When it says that it was made.</param>
/// <param name="Malformed">Why it cannot be verified at all; null for a well-formed proof. The other values are then what could be read.</param>
public sealed record ProofDescription(
    int Index,
    string? Id,
    string? Type,
    string? Cryptosuite,
    string? VerificationMethod,
    string? ProofPurpose,
    DateTimeOffset? Created,
    string? Malformed);
