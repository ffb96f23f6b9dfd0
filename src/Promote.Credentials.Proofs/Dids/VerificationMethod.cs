using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>A key that a controller published for checking its proofs (Controlled Identifiers 1.0 §2.2).</summary>
/// <param name="Id">The URL that a proof names, with its fragment.</param>
/// <param name="Controller">Who answers for the key: for our documents the issuer.</param>
/// <param name="Key">The key itself.</param>
public sealed record VerificationMethod(string Id, string Controller, PublicKey Key)
{
    /// <summary>How the key is written.</summary>
    public VerificationMethodForm Form { get; init; }

    /// <summary>From when on nothing that the key signed is believed, whenever it was signed: the key is in other hands. Null for a good key.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>A key for Data Integrity proofs, named <c>did#multikey</c>.</summary>
    public static VerificationMethod Multikey(string did, PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new VerificationMethod($"{did}#{key.Multikey}", did, key);
    }

    /// <summary>A key for JWTs, named <c>did#thumbprint</c>, which is their <c>kid</c>.</summary>
    public static VerificationMethod JsonWebKey(string did, PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new VerificationMethod($"{did}#{key.Thumbprint}", did, key) { Form = VerificationMethodForm.JsonWebKey };
    }
}
