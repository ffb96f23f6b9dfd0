using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>
/// The domain that answers for an issuer: the host of its did:web, in its ASCII form so that no letter can pass for another.
/// A name is what an issuer says of itself; a domain is what it can prove.
/// </summary>
internal static class IssuerDomain
{
    /// <summary>The host, with a port that is not the usual one; null for an identifier that is no did:web.</summary>
    public static string? Of(string? did) => did is not null && DidWeb.TryDocumentUrl(did, out var url)
        ? url.IsDefaultPort ? url.IdnHost : $"{url.IdnHost}:{url.Port}"
        : null;
}
