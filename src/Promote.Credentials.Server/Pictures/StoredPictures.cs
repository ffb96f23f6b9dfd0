using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Pictures;

/// <summary>The pictures that issuers uploaded.</summary>
internal sealed class StoredPictures(CredentialsDb db, PublicUrls urls, TimeProvider time)
{
    /// <summary>Keeps a picture; the same bytes of the same issuer are kept once, and have one id.</summary>
    public async Task<string> KeepAsync(Client client, Picture picture, CancellationToken cancellationToken)
    {
        var bytes = picture.Bytes.ToArray();
        var digest = SHA256.HashData(bytes);
        if (await FindIdAsync(client.IssuerId, digest, cancellationToken) is { } known)
        {
            return known;
        }

        var row = new PictureRow
        {
            Id = RandomId.New(),
            IssuerId = client.IssuerId,
            Sha256 = digest,
            MediaType = picture.MediaType,
            Width = picture.Width,
            Height = picture.Height,
            Bytes = bytes,
            CreatedAt = time.GetStoredNow(),
        };
        db.Pictures.Add(row);
        db.Audit.Add(client.Did("picture.uploaded", row.Id, row.CreatedAt));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return row.Id;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception, out _))
        {
            // Somebody sent the same bytes at the same time.
            db.ChangeTracker.Clear();
            return (await FindIdAsync(client.IssuerId, digest, cancellationToken))!;
        }
    }

    public async Task<Picture?> FindAsync(string id, CancellationToken cancellationToken) =>
        RandomId.IsOne(id) ? Of(await db.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)) : null;

    /// <summary>The picture of this issuer that a link leads to; null for a link that leads elsewhere.</summary>
    public async Task<Picture?> FindByLinkAsync(string issuerId, Uri? link, CancellationToken cancellationToken)
    {
        var prefix = urls.Picture("");
        if (link is null || !link.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var id = link.AbsoluteUri[prefix.Length..];
        return Of(await db.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken));
    }

    private Task<string?> FindIdAsync(string issuerId, byte[] digest, CancellationToken cancellationToken) =>
        db.Pictures.Where(row => row.IssuerId == issuerId && row.Sha256 == digest).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken);

    private static Picture? Of(PictureRow? row) => row is null ? null : new(row.MediaType, row.Bytes, row.Width, row.Height);
}
