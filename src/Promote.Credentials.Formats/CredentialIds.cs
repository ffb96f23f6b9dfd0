namespace Promote.Credentials.Formats;

/// <summary>What a document needs besides the award: its addresses, its issuer's DID and fresh randomness, reserved before it is written.</summary>
public sealed record CredentialIds
{
    /// <summary>The addresses of this service.</summary>
    public required PublicUrls Urls { get; init; }

    /// <summary>128-bit random id of the verification page, 22 characters base64url.</summary>
    public required string PublicId { get; init; }

    /// <summary>DID of the issuer, whose key will sign.</summary>
    public required string IssuerDid { get; init; }

    /// <summary>Salt of the recipient's hashed identifiers, from <see cref="OpenBadges3.IdentityHash.NewSalt"/>.</summary>
    public required string Salt { get; init; }
}
