using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing;

namespace Promote.Credentials.Server.Public.OpenBadges2;

/// <summary>The keys of an issuer that Open Badges 2.0 knows: RSA ones that others may rely on.</summary>
internal static class CryptographicKeys
{
    public static IEnumerable<IssuerKey> Of(PublishedIssuer issuer) =>
        issuer.Identity.Keys.Where(key => key.IsPublished && key.Row.Algorithm == KeyAlgorithm.Rsa);
}
