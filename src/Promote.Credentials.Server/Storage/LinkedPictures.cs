using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage;

/// <summary>Pictures that an issuer uploaded here and links to. A picture elsewhere is only linked to, never fetched.</summary>
internal sealed class LinkedPictures(CredentialsDb db, PublicUrls urls)
{
    /// <summary>The picture of this issuer that a link leads to; null for a link that leads elsewhere.</summary>
    public async Task<Picture?> FindAsync(string issuerId, Uri? link, CancellationToken cancellationToken)
    {
        var prefix = urls.Picture("");
        if (link is null || !link.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var id = link.AbsoluteUri[prefix.Length..];
        return Of(await db.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken));
    }

    /// <summary>The picture of a row.</summary>
    public static Picture? Of(PictureRow? row) => row is null ? null : new(row.MediaType, row.Bytes, row.Width, row.Height);
}
