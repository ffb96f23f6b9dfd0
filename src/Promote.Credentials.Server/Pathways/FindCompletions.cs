using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Pathways;

/// <summary>
/// An award counts, or counts again, or a learner turns out to be another one too: do they complete a pathway with it? What is found is a
/// row, from which the award follows. The issuer of the pathway has to know the learner already: nothing about a person goes from one
/// issuer to another.
/// </summary>
internal sealed class FindCompletions(CredentialsDb db, LearnerVault vault, KnownLearners learners, LearnersProgress progress, TimeProvider time) : IOutboxHandler
{
    private const string Merged = "learner.merged";

    public IReadOnlyList<string> Kinds { get; } = ["award.issued", "award.reinstated", Merged];

    public async Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Where(row => row.Kind != Merged).Select(row => row.Subject).ToList();
        var merged = (await learners.OneWithAsync(rows.Where(row => row.Kind == Merged).Select(row => row.Subject), cancellationToken)).ConvertAll(row => row.Id);
        var found = await (
            from award in db.Awards.AsNoTracking()
            join step in db.PathwayAchievements on award.AchievementId equals step.AchievementId
            join pathway in db.Pathways.AsNoTracking() on step.PathwayId equals pathway.Id
            join learner in db.Learners.AsNoTracking() on award.LearnerId equals learner.Id
            where (ids.Contains(award.Id) || (merged.Contains(award.LearnerId) && award.State == IssuingState.Issued && award.RevokedAt == null)) && pathway.State == PathwayState.Published
            orderby award.CreatedAt descending
            select new { award, pathway, learner }).ToListAsync(cancellationToken);
        var completed = new HashSet<(string PathwayId, string LearnerId)>();
        foreach (var one in found)
        {
            var content = StoredJson.Read<PathwayContent>(one.pathway.Content);
            if (!content.Automatic || RecordedProposal.Read(vault, one.learner, one.award) is not { Learner: { } learner }
                || (await progress.OfAsync(one.pathway.IssuerId, content, learner, cancellationToken)).Root.State != StepState.Met)
            {
                continue;
            }

            // Under whichever of their names they completed it before.
            var known = await learners.FindAsync(one.pathway.IssuerId, learner, cancellationToken);
            var own = (await learners.OneWithAsync(known.Ids, cancellationToken)).ConvertAll(row => row.Id);
            if (known.Known is { } first && !own.Exists(id => completed.Contains((one.pathway.Id, id)))
                && !await db.PathwayCompletions.AnyAsync(row => row.PathwayId == one.pathway.Id && own.Contains(row.LearnerId), cancellationToken))
            {
                completed.Add((one.pathway.Id, first.Id));
                db.PathwayCompletions.Add(new() { PathwayId = one.pathway.Id, LearnerId = first.Id, CompletedBy = one.award.Id, CreatedAt = time.GetStoredNow() });
            }
        }
    }
}
