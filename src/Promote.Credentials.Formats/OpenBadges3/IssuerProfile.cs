using Promote.Credentials.Domain.Issuers;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>An issuer as documents name it.</summary>
/// <param name="Issuer">The organisation.</param>
/// <param name="Did">The DID whose key signs; the <c>id</c> of the Profile.</param>
/// <param name="Urls">The addresses of this service.</param>
public sealed record IssuerProfile(Issuer Issuer, string Did, PublicUrls Urls);
