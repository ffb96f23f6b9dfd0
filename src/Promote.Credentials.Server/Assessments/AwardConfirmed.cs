using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Assessments;

/// <summary>
/// Awards what was confirmed: at once for whoever confirmed it; before this node answers its first request, and later again and
/// again, what a crash or a missing key left.
/// One award follows from one assessment, however often and on how many nodes somebody tries.
/// </summary>
internal sealed class AwardConfirmed(IServiceScopeFactory scopes, TimeProvider time, ILogger<AwardConfirmed> log) : IHostedService, IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private const int Chunk = 20;
    private const string Actor = "assessments";

    /// <summary>Awards one, if it is confirmed; answers it with the award's id where there is one then.</summary>
    public async Task<FoundAssessment> FollowAsync(FoundAssessment found) =>
        found.Row.State == AssessmentState.Confirmed ? found with { AwardId = await TryAsync(found.Row.Id) } : found;

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
                await TryAsync(row.Id);
            }

            last = waiting[^1].UpdatedAt;
        }
    }

    private async Task<List<AssessmentRow>> WaitingAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CredentialsDb>().Assessments.AsNoTracking()
            .Where(row => row.State == AssessmentState.Confirmed && row.AwardedAt == null && row.UpdatedAt > after)
            .OrderBy(row => row.UpdatedAt).Take(Chunk).ToListAsync(cancellationToken);
    }

    // Null while it cannot be awarded: its decision stands, and it is tried again.
    private async Task<string?> TryAsync(string id)
    {
        try
        {
            return await AwardAsync(id);
        }
        catch (Exception exception) when (!StorageUnavailable.IsCauseOf(exception))
        {
            Log.AssessmentNotAwarded(log, id, exception);
            return null;
        }
    }

    private async Task<string?> AwardAsync(string id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        var issuerId = await db.Assessments.Where(row => row.Id == id).Select(row => row.IssuerId).SingleAsync();
        var found = await FoundAssessment.FindAsync(db, scope.ServiceProvider.GetRequiredService<LearnerVault>(), issuerId, id, CancellationToken.None);
        db.ChangeTracker.Clear();
        if (found is not { Learner: { } learner, Recorded: { } recorded })
        {
            return null;
        }

        var proposal = recorded.Content.ToProposal(learner, new ConfirmedAssessment(id, found.Row.AchievementVersion), found.Row.DecidedAt!.Value);
        var decision = await scope.ServiceProvider.GetRequiredService<IssueCredential>().RunAsync(
            proposal, issuerId, found.Row.AchievementId, token: null, Actor, succession: null, CancellationToken.None);
        if (!decision.Granted)
        {
            Log.AssessmentRefused(log, id, decision.Refusals[0].Id);
            return null;
        }

        var now = time.GetStoredNow();
        await db.Assessments.Where(row => row.Id == id && row.AwardedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.AwardedAt, now));
        return decision.Value.Id;
    }
}
