using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>The identities of the issuers: did:web where the public address is https, else did:key. Their keys are read again when their revision tells that they changed.</summary>
internal sealed class IssuerIdentities
{
    private readonly ConcurrentDictionary<string, IssuerIdentity> known = new(StringComparer.Ordinal);
    private readonly PublicUrls urls;
    private readonly bool web;

    /// <exception cref="SettingsException">The public address cannot be written as a did:web.</exception>
    public IssuerIdentities(PromoteSettings settings, PublicUrls urls)
    {
        this.urls = urls;
        web = settings.PublicBaseUrl!.Scheme == Uri.UriSchemeHttps;
        if (web)
        {
            RefuseUnlessDidWeb(urls);
        }
    }

    /// <summary>The identity of an issuer at least as new as the revision that was just read.</summary>
    public async ValueTask<IssuerIdentity> OfAsync(CredentialsDb db, string issuerId, string slug, int revision, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(issuerId, out var identity) && identity.Revision == revision)
        {
            return identity;
        }

        var rows = await db.IssuerKeys.AsNoTracking().Where(row => row.IssuerId == issuerId)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return known[issuerId] = new IssuerIdentity(slug, revision, rows, web ? DidWeb.For(new Uri(urls.Issuer(slug))) : null, urls);
    }

    /// <inheritdoc cref="OfAsync(CredentialsDb, string, string, int, CancellationToken)"/>
    public ValueTask<IssuerIdentity> OfAsync(CredentialsDb db, IssuerRow row, CancellationToken cancellationToken) =>
        OfAsync(db, row.Id, row.Slug, row.KeysRevision, cancellationToken);

    private static void RefuseUnlessDidWeb(PublicUrls urls)
    {
        try
        {
            _ = DidWeb.For(new Uri(urls.Issuer("any")));
        }
        catch (ArgumentException exception)
        {
            throw new SettingsException($"Promote__PublicBaseUrl cannot be written as a did:web: use a domain name and a path of letters, digits and hyphens. {exception.Message}", exception);
        }
    }
}
