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
        var found = await (
            from pathway in db.Pathways.AsNoTracking()
            join learner in db.Learners.AsNoTracking() on pathway.IssuerId equals learner.IssuerId
            where pathway.Id == row.PathwayId && learner.Lookup == row.Learner
            select new { pathway, learner }).SingleOrDefaultAsync();
        var part = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners.AsNoTracking() on award.LearnerId equals learner.Id
            where award.Id == row.CompletedBy
            select new { award, learner }).SingleAsync();

        // Whoever was erased meanwhile gets nothing.
        using var key = found is null ? null : vault.Open(found.learner);
        if (key is null || StoredJson.Read<PathwayContent>(found!.pathway.Content) is not { Achievement: { } achievement } content)
        {
            return;
        }

        var learnerOfIssuer = StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, found.learner.Id, found.learner.Profile));
        var recorded = RecordedProposal.Read(vault, part.learner, part.award);
        var proposal = new AwardProposal
        {
            Learner = learnerOfIssuer,
            AwardedOn = time.GetStoredNow(),
            Formats = recorded?.Formats ?? [FormatList.OpenBadges3],
            Notify = recorded?.Notify ?? true,
            Parts = await scope.ServiceProvider.GetRequiredService<PartsOfPathway>().OfAsync(found.pathway.IssuerId, content, learnerOfIssuer),
        };
        var decision = await scope.ServiceProvider.GetRequiredService<IssueCredential>().RunAsync(
            proposal, found.pathway.IssuerId, achievement, new IdempotencyToken($"pathway {row.PathwayId} {Convert.ToHexString(row.Learner)}", []), Actor, succession: null, CancellationToken.None);
        if (!decision.Granted)
        {
            Log.PathwayRefused(log, row.PathwayId, decision.Refusals[0].Id);
            return;
        }

        var awardId = decision.Value.Id;
        await db.PathwayCompletions.Where(one => one.PathwayId == row.PathwayId && one.Learner == row.Learner && one.AwardId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AwardId, awardId));
    }
}
