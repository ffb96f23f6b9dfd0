using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public;

/// <summary>Finds what is to be told about the status of an award.</summary>
internal sealed class StatusNotices(CredentialsDb db, RollbackGuard guard, PublicUrls urls)
{
    /// <summary>Null while it holds, and while nobody can tell.</summary>
    public async Task<StatusNotice?> FindAsync(AwardRow award, CancellationToken cancellationToken)
    {
        if (award.StatusSince is not { } since || guard.WhyNot(award.IssuerId) is not null)
        {
            return null;
        }

        var next = award.ReplacedByAwardId is null
            ? null
            : await db.Awards.Where(row => row.Id == award.ReplacedByAwardId).Select(row => row.PublicId).SingleAsync(cancellationToken);
        return new(award.Status, since, award.StatusReason, next is null ? null : urls.Credential(next));
    }
}
