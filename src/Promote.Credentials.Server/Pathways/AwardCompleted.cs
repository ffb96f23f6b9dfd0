using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Pathways;
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

    private const int Chunk = 20;
    private const string Actor = "pathways";

    public Task StartAsync(CancellationToken cancellationToken) => RunAsync("", cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var last = DateTimeOffset.MinValue;
        while (await WaitingAsync(last, cancellationToken) is { Count: > 0 } waiting)
        {
            foreach (var row in waiting)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await TryAsync(row);
            }

            last = waiting[^1].CreatedAt;
        }
    }

    private async Task<List<PathwayCompletionRow>> WaitingAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CredentialsDb>().PathwayCompletions.AsNoTracking()
            .Where(row => row.AwardId == null && row.CreatedAt > after).OrderBy(row => row.CreatedAt).Take(Chunk).ToListAsync(cancellationToken);
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
        var found = await (
            from pathway in db.Pathways.AsNoTracking()
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners.AsNoTracking() on award.LearnerId equals learner.Id
            where pathway.Id == row.PathwayId && award.Id == row.CompletedBy
            select new { pathway, award, learner }).SingleAsync();
        var content = StoredJson.Read<PathwayContent>(found.pathway.Content);
        if (content.Achievement is not { } achievement
            || RecordedProposal.Read(scope.ServiceProvider.GetRequiredService<LearnerVault>(), found.learner, found.award) is not { } part)
        {
            return;
        }

        var parts = await scope.ServiceProvider.GetRequiredService<PartsOfPathway>().OfAsync(content, part.Learner);
        var proposal = new AwardProposal { Learner = part.Learner, AwardedOn = time.GetStoredNow(), Formats = part.Formats, Notify = part.Notify, Parts = parts };
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
