using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public.Holder;

/// <summary>Gathers what the holder's page needs besides the verified document.</summary>
internal sealed class HolderSheets(CredentialsDb db, ShareLinks links, RecordedNames names, PublicUrls urls, TimeProvider time)
{
    public async Task<HolderSheet> OfAsync(AwardRow award, HttpRequest request, CancellationToken cancellationToken)
    {
        var formats = await db.Credentials.Where(row => row.AwardId == award.Id && row.State == IssuingState.Issued).Select(row => row.Format).ToListAsync(cancellationToken);
        return new()
        {
            HolderId = award.HolderId,
            PublicId = award.PublicId,
            VerificationUrl = urls.Credential(award.PublicId),
            Name = await names.FindAsync(award, cancellationToken),
            Links = await links.OfAsync(award.Id, cancellationToken),
            Downloads = DownloadGroup.Of(formats),
            Notice = NoticeIn(request),
            Today = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static ShareNotice NoticeIn(HttpRequest request) =>
        Enum.GetValues<ShareNotice>().FirstOrDefault(notice => notice.ToString().Equals(request.Query[HolderPage.Notice], StringComparison.OrdinalIgnoreCase));
}
