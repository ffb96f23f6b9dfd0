namespace Promote.Credentials.Proofs.Dids;

/// <summary>How a verification method writes its key.</summary>
public enum VerificationMethodForm
{
    /// <summary><c>publicKeyMultibase</c> (Controlled Identifiers 1.0 §2.2.2), what Data Integrity proofs name.</summary>
    Multikey,

    /// <summary><c>publicKeyJwk</c> (Controlled Identifiers 1.0 §2.2.3), what JWTs name.</summary>
    JsonWebKey,
}
