using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Learners;

/// <summary>
/// Makes two learners one person. Nothing of theirs is moved or encrypted anew: the other one points to the first, and whoever asks about
/// one of them gets what is of both. It cannot be undone.
/// </summary>
internal sealed class MakeOneLearner(CredentialsDb db, KnownLearners learners, Oneself oneselves, TimeProvider time)
{
    // Each time somebody else merged one of both in between.
    private const int MaxAttempts = 5;

    /// <param name="client">Who says so.</param>
    /// <param name="id">The learner who stays.</param>
    /// <param name="other">The one who becomes part of them.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<MergedLearner>> RunAsync(Client client, string id, string other, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(client, id, cancellationToken) is not { } into)
            {
                return Refused.Nothing;
            }

            if (await FindAsync(client, other, cancellationToken) is not { } from)
            {
                return new Refusal(RefusalCode.NotFound, "/learner", "There is no such learner.");
            }

            if (id == other)
            {
                return new Refusal(RefusalCode.InvalidValue, "/learner", "This is the learner themselves: name the other one.");
            }

            if (into.WrappedKey is null || from.WrappedKey is null)
            {
                return new Refusal(RefusalCode.WrongState, into.WrappedKey is null ? "" : "/learner", "The learner was erased: nobody knows who they were.");
            }

            // Else somebody awards to a name that is not known to be theirs, and makes it theirs afterwards.
            if ((await oneselves.WhyNotAsync(client, into.Id, cancellationToken) ?? await oneselves.WhyNotAsync(client, from.Id, cancellationToken)) is { } oneself)
            {
                return oneself;
            }

            if (into.Id == from.Id || await StoreAsync(client, into.Id, from.Id))
            {
                var all = await learners.OneWithAsync(into.Id, cancellationToken);
                return new MergedLearner(into.Id, all.FindAll(row => row.MergedInto is not null).ConvertAll(row => row.Id));
            }

            if (attempt == MaxAttempts)
            {
                return new Refusal(RefusalCode.Unavailable, "", "These learners are being changed now. Try again.");
            }
        }
    }

    // Whoever was merged before stands for the one whom they were merged into.
    private async Task<LearnerRow?> FindAsync(Client client, string id, CancellationToken cancellationToken) =>
        !RandomId.IsOne(id) || !await db.Learners.AnyAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) ? null
        : (await learners.OneWithAsync(id, cancellationToken)).SingleOrDefault(row => row.MergedInto is null);

    // One commit, which nobody may cancel; false when one of both is not what they were any more.
    private async Task<bool> StoreAsync(Client client, string into, string from)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Both rows are the lock, in one order for everybody: two who merge them into one another make no circle.
        var free = 0;
        foreach (var id in new[] { into, from }.Order(StringComparer.Ordinal))
        {
            free += await db.Learners.Where(row => row.Id == id && row.MergedInto == null && row.WrappedKey != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedInto, (string?)null));
        }

        if (free < 2)
        {
            return false;
        }

        await db.Learners.Where(row => row.Id == from || row.MergedInto == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedInto, into));
        var now = time.GetStoredNow();
        db.Audit.Add(client.DidBecause("learner.merged", into, now, reason: null, into, key: null, new { learner = from }));
        db.Outbox.Add(new OutboxRow { Kind = "learner.merged", Subject = into, CreatedAt = now });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }
}
