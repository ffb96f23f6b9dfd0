using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What becomes of a document that a platform wrote: its bits, each change one commit with the versions of the lists and an audit row.</summary>
internal sealed class PlatformLife(CredentialsDb db, RollbackGuard guard, SignedStatusLists lists, PublicUrls urls, TimeProvider time)
{
    /// <summary>Sets or clears the bit that an entry of the document's <c>credentialStatus</c> names. Revoking is final.</summary>
    /// <param name="client">Who does it.</param>
    /// <param name="purpose">The entry's purpose.</param>
    /// <param name="list">The URL of its list.</param>
    /// <param name="index">Its bit.</param>
    /// <param name="set">Whether it is to be set.</param>
    /// <param name="cancellationToken">Until it is committed.</param>
    /// <returns>Why it was not done; null when it is as wanted.</returns>
    public async Task<Refusal?> ChangeAsync(Client client, string purpose, string list, int index, bool set, CancellationToken cancellationToken)
    {
        var listId = list.StartsWith(urls.StatusList(""), StringComparison.Ordinal) ? list[urls.StatusList("").Length..] : "";
        var row = purpose switch
        {
            Terms.Revocation => await Issued(client).SingleOrDefaultAsync(one => one.RevocationListId == listId && one.RevocationIndex == index, cancellationToken),
            Terms.Suspension => await Issued(client).SingleOrDefaultAsync(one => one.SuspensionListId == listId && one.SuspensionIndex == index, cancellationToken),
            _ => null,
        };
        if (row is null)
        {
            return Refused.Nothing;
        }

        if (guard.WhyNot(client.IssuerId) is { } older)
        {
            return older;
        }

        var isRevocation = purpose == Terms.Revocation;
        if ((isRevocation ? row.RevokedAt : row.SuspendedAt) is not null == set)
        {
            return null;
        }

        return isRevocation && !set
            ? new(RefusalCode.WrongState, "/status", "Revoking is final: issue the credential anew.")
            : await SaveAsync(client, row, listId, isRevocation, set, cancellationToken);
    }

    private IQueryable<PlatformCredentialRow> Issued(Client client) =>
        db.PlatformCredentials.AsNoTracking().Where(row => row.IssuerId == client.IssuerId && row.State == IssuingState.Issued);

    private async Task<Refusal?> SaveAsync(Client client, PlatformCredentialRow row, string listId, bool isRevocation, bool set, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        DateTimeOffset? at = set ? now : null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The list is written first, so that two changes of it take turns.
        await StatusVersions.RaiseAsync(db.StatusLists.Where(one => one.Id == listId), now);
        await (isRevocation
            ? db.PlatformCredentials.Where(one => one.Id == row.Id).ExecuteUpdateAsync(change => change.SetProperty(one => one.RevokedAt, at), cancellationToken)
            : db.PlatformCredentials.Where(one => one.Id == row.Id).ExecuteUpdateAsync(change => change.SetProperty(one => one.SuspendedAt, at), cancellationToken));
        var action = (isRevocation, set) switch { (true, _) => "credential.revoked", (_, true) => "credential.suspended", _ => "credential.reinstated" };
        db.Audit.Add(client.Did(action, row.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        await lists.PublishAsync(db, client.IssuerId, CancellationToken.None);
        return null;
    }
}
