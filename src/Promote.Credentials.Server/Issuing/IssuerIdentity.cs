using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Who an issuer is to a verifier, and the key that shows it.</summary>
/// <param name="Key">Signs for the issuer.</param>
/// <param name="Document">What a verifier finds under the DID.</param>
internal sealed record IssuerIdentity(SigningKey Key, DidDocument Document)
{
    public string Did => Document.Id;

    /// <summary>What a proof names.</summary>
    public VerificationMethod VerificationMethod => Document.VerificationMethods[0];
}
