using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public;

/// <summary>Finds issuers as the world sees them.</summary>
internal sealed class PublishedIssuers(CredentialsDb db, Catalogue catalogue, IssuerIdentities identities, PublicUrls urls, PromoteSettings settings)
{
    public async Task<PublishedIssuer?> FindAsync(string slug, CancellationToken cancellationToken) =>
        Of(await db.Issuers.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, cancellationToken));

    public async Task<PublishedIssuer?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        Of(await db.Issuers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken));

    /// <summary>The issuer of this did:web or did:key; null for a DID of somebody else.</summary>
    public async Task<PublishedIssuer?> FindByDidAsync(string did, CancellationToken cancellationToken)
    {
        if (SlugIn(did) is { } slug)
        {
            return await FindAsync(slug, cancellationToken) is { } issuer && issuer.Identity.Did == did ? issuer : null;
        }

        if (settings.PublicBaseUrl!.Scheme == Uri.UriSchemeHttps || !did.StartsWith("did:key:", StringComparison.Ordinal))
        {
            return null;
        }

        // A service without https is a development service: its issuers are few, and each is the did:key of its key.
        var rows = await db.Issuers.AsNoTracking().ToListAsync(cancellationToken);
        return rows.Select(Of).FirstOrDefault(issuer => issuer!.Identity.Did == did);
    }

    // did:web:host:issuers:{slug} is {base}/issuers/{slug}/did.json
    private string? SlugIn(string did)
    {
        const string document = "/did.json";
        var prefix = urls.Issuer("");
        return DidWeb.TryDocumentUrl(did, out var url)
            && url.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal)
            && url.AbsoluteUri.EndsWith(document, StringComparison.Ordinal)
            ? url.AbsoluteUri[prefix.Length..^document.Length]
            : null;
    }

    private PublishedIssuer? Of(IssuerRow? row) =>
        row is null ? null : new PublishedIssuer(catalogue.Issuer(row.Id, row.Profile), identities.Of(row.Slug));
}
