using System.Collections.Concurrent;
using System.Security.Cryptography;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public;

/// <summary>
/// Reports on documents of this service, kept for as long as others may keep its status lists: a code on a wall is scanned by many at once.
/// The document itself, what became of its award and of its issuer's keys are what a report is kept under, so that a change is seen at once.
/// </summary>
internal sealed class RecentReports(RollbackGuard guard, TimeProvider time)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<Place, (DateTimeOffset Until, Report Report)> kept = new();

    /// <summary>The report on exactly this document in its award's present state; null where none is new enough.</summary>
    public Report? Find(StoredCredential stored) => kept.TryGetValue(PlaceOf(stored), out var found) && IsNear(found.Until) ? found.Report : null;

    /// <summary>Keeps a report for a while.</summary>
    public void Keep(StoredCredential stored, Report report)
    {
        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        kept[PlaceOf(stored)] = (time.GetUtcNow() + SignedStatusLists.TimeToLive, report);
    }

    // Not over, and no further away than it can be: a clock that was set back makes nothing last longer.
    private bool IsNear(DateTimeOffset until) => until - time.GetUtcNow() is var left && left > TimeSpan.Zero && left <= SignedStatusLists.TimeToLive;

    private Place PlaceOf(StoredCredential stored) =>
        new(Convert.ToHexString(SHA256.HashData(stored.Utf8!)), stored.Award.Status, stored.Award.StatusSince, stored.Award.StatusReason, stored.KeysRevision, guard.WhyNot(stored.Award.IssuerId) is null);

    private readonly record struct Place(string Sha256, AwardStatus Status, DateTimeOffset? Since, string? Reason, int KeysRevision, bool MaySign);
}
