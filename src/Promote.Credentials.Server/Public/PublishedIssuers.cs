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
        await OfAsync(await db.Issuers.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, cancellationToken), cancellationToken);

    public async Task<PublishedIssuer?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        await OfAsync(await db.Issuers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<PublishedIssuer>> AllAsync(CancellationToken cancellationToken)
    {
        var issuers = new List<PublishedIssuer>();
        foreach (var row in await db.Issuers.AsNoTracking().OrderBy(row => row.Slug).ToListAsync(cancellationToken))
        {
            issuers.Add((await OfAsync(row, cancellationToken))!);
        }

        return issuers;
    }

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

        // A service without https is a development service: its issuers are few, and each is the did:key of each of its keys.
        return (await AllAsync(cancellationToken)).FirstOrDefault(issuer => issuer.Identity.Keys.Any(key => key.Did == did));
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

    private async Task<PublishedIssuer?> OfAsync(IssuerRow? row, CancellationToken cancellationToken) =>
        row is null ? null : new PublishedIssuer(catalogue.Issuer(row.Id, row.Profile), await identities.OfAsync(db, row, cancellationToken));
}
