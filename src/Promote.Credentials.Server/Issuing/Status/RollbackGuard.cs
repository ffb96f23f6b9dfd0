using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>
/// Notices a database that is older than what was published from it, as after restoring a backup: those who were revoked since
/// would hold again, and bits that documents have already would be given out once more. Until an operator recovers it, nothing
/// of the issuer is signed.
/// </summary>
internal sealed class RollbackGuard(PublishedVersions versions, StatusIndexes statusIndexes, ILogger<RollbackGuard> log)
{
    private readonly ConcurrentDictionary<string, bool> held = new(StringComparer.Ordinal);

    /// <summary>Why nothing of this issuer may be signed; null when it may.</summary>
    public Refusal? WhyNot(string issuerId)
    {
        if (versions.Current().Values.Any(version => version.RolledBack && version.IssuerId == issuerId))
        {
            held[issuerId] = true;
            return Refusal;
        }

        // It was recovered, and a new list is open: what this node knew of the old one is worth nothing.
        if (held.TryRemove(issuerId, out _))
        {
            statusIndexes.Forget(issuerId);
        }

        return null;
    }

    /// <summary>Whether the database is older than what was published, of any issuer.</summary>
    public bool Holds => versions.Current().Values.Any(version => version.RolledBack);

    /// <summary>Compares all that was published with the database.</summary>
    public async Task CheckAsync(CredentialsDb db, CancellationToken cancellationToken)
    {
        var continued = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (listId, published) in versions.Current())
        {
            var snapshot = await StatusSnapshot.ReadAsync(db, listId, cancellationToken);
            var now = snapshot is null ? null : PublishedVersion.Of(snapshot);

            // Once found older, only the very database that was published from puts an end to it, or an operator.
            continued[listId] = now is not null && published.IsContinuedBy(now) && (!published.RolledBack || now.Version == published.Version);
        }

        await versions.ChangeAsync(
            lists => Task.FromResult(lists.Keys.ToList().Aggregate(false, (any, id) => Mark(lists, id, continued.GetValueOrDefault(id, !lists[id].RolledBack)) || any)), cancellationToken);
        foreach (var issuerId in versions.Current().Values.Where(version => version.RolledBack).Select(version => version.IssuerId).Distinct())
        {
            Log.DatabaseRolledBack(log, issuerId);
        }
    }

    /// <summary>Reads a list and writes down that this is about to be published; or why it must not be, where the database is older than what was.</summary>
    public async Task<Decision<StatusSnapshot>> RaiseAsync(CredentialsDb db, string listId, CancellationToken cancellationToken)
    {
        StatusSnapshot? snapshot = null;
        var isContinued = true;
        await versions.ChangeAsync(
            async lists =>
            {
                // Read while nobody else publishes: what is in the file was in the database before.
                snapshot = await StatusSnapshot.ReadAsync(db, listId, cancellationToken) ?? throw new InvalidOperationException("A status list is never removed.");
                var (known, now) = (lists.GetValueOrDefault(listId), PublishedVersion.Of(snapshot));
                isContinued = known is null || (known.IsContinuedBy(now) && !known.RolledBack);
                if (!isContinued)
                {
                    return Mark(lists, listId, isContinued: false);
                }

                lists[listId] = now;
                return known != now;
            }, cancellationToken);
        if (!isContinued)
        {
            Log.DatabaseRolledBack(log, snapshot!.IssuerId);
        }

        return WhyNot(snapshot!.IssuerId) is { } refusal ? refusal : snapshot;
    }

    private static Refusal Refusal { get; } = new(
        RefusalCode.RestoredDatabase, "",
        "The database is older than the status lists that were published from it. Nothing of this issuer is signed until the operator restores the newest one or runs `promote status recover`.");

    private static bool Mark(Dictionary<string, PublishedVersion> lists, string listId, bool isContinued)
    {
        var known = lists[listId];
        lists[listId] = known with { RolledBack = !isContinued };
        return known.RolledBack == isContinued;
    }
}
