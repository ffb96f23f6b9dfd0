namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>Why a proof is not accepted: the names that the standards give.</summary>
public static class ProofErrors
{
    /// <summary>The proof is malformed, expired, for another purpose, or its signature is wrong (Data Integrity 1.0 §4.7).</summary>
    public const string ProofVerification = "PROOF_VERIFICATION_ERROR";

    /// <summary>The document or the proof has no canonical form: an undefined term, a lost value, a graph that costs too much (§4.7).</summary>
    public const string ProofTransformation = "PROOF_TRANSFORMATION_ERROR";

    /// <summary>The proof is for another domain (§4.7).</summary>
    public const string InvalidDomain = "INVALID_DOMAIN_ERROR";

    /// <summary>The proof answers another challenge (§4.7).</summary>
    public const string InvalidChallenge = "INVALID_CHALLENGE_ERROR";

    /// <summary>The key was not found, is of another kind, or is another's (Controlled Identifiers 1.0 §3.3).</summary>
    public const string InvalidVerificationMethod = "INVALID_VERIFICATION_METHOD";
}
