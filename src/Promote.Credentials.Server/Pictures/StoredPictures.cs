using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Pictures;

/// <summary>The pictures that issuers uploaded.</summary>
internal sealed class StoredPictures(CredentialsDb db, TimeProvider time)
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
        RandomId.IsOne(id) ? LinkedPictures.Of(await db.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)) : null;

    private Task<string?> FindIdAsync(string issuerId, byte[] digest, CancellationToken cancellationToken) =>
        db.Pictures.Where(row => row.IssuerId == issuerId && row.Sha256 == digest).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken);
}
