using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Server.Issuing;

namespace Promote.Credentials.Server.Public;

/// <summary>An issuer with the identity that verifiers know it by.</summary>
internal sealed record PublishedIssuer(Issuer Issuer, IssuerIdentity Identity)
{
    public IssuerProfile Profile(PublicUrls urls) => new(Issuer, Identity.Did, urls);
}
