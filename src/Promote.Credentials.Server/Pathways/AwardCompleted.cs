using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Pathways;

/// <summary>
/// Awards what pathways end in to those who completed them: right after, and at the next start what a crash left. However often and on how
/// many nodes somebody tries, one award follows from one completion.
/// </summary>
internal sealed class AwardCompleted(IServiceScopeFactory scopes, TimeProvider time, ILogger<AwardCompleted> log) : IHostedService, IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private const string Actor = "pathways";

    public Task StartAsync(CancellationToken cancellationToken) => RunAsync("", cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var row in await WaitingAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TryAsync(row);
        }
    }

    // A handful: what was found just now, and what cannot be awarded.
    private async Task<List<PathwayCompletionRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CredentialsDb>().PathwayCompletions.AsNoTracking().Where(row => row.AwardId == null).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
    }

    // What cannot be awarded now waits, and is tried again.
    private async Task TryAsync(PathwayCompletionRow row)
    {
        try
        {
            await AwardAsync(row);
        }
        catch (Exception exception) when (!StorageUnavailable.IsCauseOf(exception))
        {
            Log.PathwayNotAwarded(log, row.PathwayId, exception);
        }
    }

    private async Task AwardAsync(PathwayCompletionRow row)
    {
        Failpoint.Hit("pathway-completed");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        var vault = scope.ServiceProvider.GetRequiredService<LearnerVault>();
        var pathway = await db.Pathways.AsNoTracking().SingleAsync(one => one.Id == row.PathwayId);
        var known = scope.ServiceProvider.GetRequiredService<KnownLearners>();
        var learners = await known.OneWithAsync(row.LearnerId, CancellationToken.None);
        if (await BeforeAsync(db, row, learners) is { } before)
        {
            await KeepAsync(db, row, before);
            return;
        }

        var part = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners.AsNoTracking() on award.LearnerId equals learner.Id
            where award.Id == row.CompletedBy
            select new { award, learner }).SingleAsync();

        // Whoever was erased meanwhile gets nothing.
        if (known.ProfileOf(learners.Single(one => one.MergedInto is null)) is not { } learnerOfIssuer
            || StoredJson.Read<PathwayContent>(pathway.Content) is not { Achievement: { } achievement } content)
        {
            return;
        }

        var recorded = RecordedProposal.Read(vault, part.learner, part.award);
        var proposal = new AwardProposal
        {
            Learner = learnerOfIssuer,
            AwardedOn = time.GetStoredNow(),
            Formats = recorded?.Formats ?? [FormatList.OpenBadges3],
            Notify = recorded?.Notify ?? true,
            Parts = await scope.ServiceProvider.GetRequiredService<PartsOfPathway>().OfAsync(pathway.IssuerId, content, learnerOfIssuer),
        };
        var decision = await scope.ServiceProvider.GetRequiredService<IssueCredential>().RunAsync(
            proposal, pathway.IssuerId, achievement, new IdempotencyToken($"pathway {row.PathwayId} {row.LearnerId}", []), Actor, succession: null, CancellationToken.None);
        if (!decision.Granted)
        {
            Log.PathwayRefused(log, row.PathwayId, decision.Refusals[0].Id);
            return;
        }

        await KeepAsync(db, row, decision.Value.Id);
    }

    // Two who are one person since may have completed it both: one award follows.
    private static async Task<string?> BeforeAsync(CredentialsDb db, PathwayCompletionRow row, List<LearnerRow> learners)
    {
        var ids = learners.ConvertAll(one => one.Id);
        return await db.PathwayCompletions.Where(one => one.PathwayId == row.PathwayId && ids.Contains(one.LearnerId) && one.AwardId != null).Select(one => one.AwardId).FirstOrDefaultAsync();
    }

    private static Task<int> KeepAsync(CredentialsDb db, PathwayCompletionRow row, string awardId) =>
        db.PathwayCompletions.Where(one => one.PathwayId == row.PathwayId && one.LearnerId == row.LearnerId && one.AwardId == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.AwardId, awardId));
}
