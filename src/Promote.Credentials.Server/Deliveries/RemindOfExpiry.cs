using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>
/// Tells learners once that a credential ends in a month, unless it was renewed or holds no more. That it was told is the row of
/// the delivery: its unique key keeps two nodes from telling it twice.
/// </summary>
internal sealed class RemindOfExpiry(CredentialsDb db, LearnerVault vault, IMail mail, PromoteSettings settings, TimeProvider time) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>How long before the end.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    private const int Chunk = 100;

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        while (await DueAsync(now, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var (award, learner) in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await AddAsync(NewDelivery.Of(award.Id, DeliveryRow.OnExpiry, IsWanted(award, learner), mail, settings, now));
            }
        }
    }

    private async Task<List<(AwardRow Award, LearnerRow Learner)>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var soon = now + Ahead;
        var due = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.ValidUntil != null && award.ValidUntil > now && award.ValidUntil <= soon && award.State == IssuingState.Issued
                && award.RevokedAt == null && award.SuspendedAt == null && award.RenewedByAwardId == null && learner.WrappedKey != null
                && !db.Deliveries.Any(delivery => delivery.AwardId == award.Id && delivery.Request == DeliveryRow.OnExpiry)
            orderby award.ValidUntil
            select new { award, learner }).Take(Chunk).ToListAsync(cancellationToken);
        return due.ConvertAll(one => (one.award, one.learner));
    }

    // Whoever was just told that they have it need not be told that it ends.
    private bool IsWanted(AwardRow award, LearnerRow learner) =>
        award.ValidUntil - award.IssuedAt > Ahead && RecordedProposal.Read(vault, learner, award)?.Notify == true;

    private async Task AddAsync(DeliveryRow delivery)
    {
        var added = db.Deliveries.Add(delivery);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost, out _))
        {
            // Another node was first.
        }

        added.State = EntityState.Detached;
    }
}
