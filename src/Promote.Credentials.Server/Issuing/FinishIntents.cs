using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Finishes what was promised and not kept: all of it before this node answers its first request, and later what other nodes left.</summary>
internal sealed class FinishIntents(IServiceScopeFactory scopes, SignedStatusLists lists, TimeProvider time, ILogger<FinishIntents> log) : IHostedService, IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const int Chunk = 20;

    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(time.GetUtcNow(), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Younger ones are still in the hands of the node that took the request.
    public Task RunAsync(string id, CancellationToken cancellationToken) => RunAsync(time.GetUtcNow() - Interval, cancellationToken);

    private async Task RunAsync(DateTimeOffset createdBefore, CancellationToken cancellationToken)
    {
        var last = "";
        while (await FinishChunkAsync(createdBefore, last, cancellationToken) is { } next)
        {
            last = next;
        }
    }

    // Answers the last id of the chunk; null when there was nothing to do any more.
    private async Task<string?> FinishChunkAsync(DateTimeOffset createdBefore, string after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var claimed = await Claim(db, createdBefore, after).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in claimed)
        {
            await FinishAsync(scope.ServiceProvider.GetRequiredService<FinishIntent>(), id);
        }

        await transaction.CommitAsync(CancellationToken.None);
        if (claimed.Count > 0)
        {
            // Some of them took the place of another award.
            await lists.PublishAsync(db, issuerId: null, cancellationToken);
        }

        return claimed.Count == 0 ? null : claimed[^1];
    }

    // A claim ends with its transaction, so a node that dies gives its claims back. SQLite has one node, and one writer.
    private static IQueryable<AwardRow> Claim(CredentialsDb db, DateTimeOffset createdBefore, string after) => db.Database.IsSqlite()
        ? db.Awards.Where(row => row.State == IssuingState.Intended && row.CreatedAt <= createdBefore && row.Id.CompareTo(after) > 0)
            .OrderBy(row => row.Id).Take(Chunk)
        : db.Awards.FromSql(
            $"SELECT * FROM awards WHERE state = 'intended' AND created_at <= {createdBefore} AND id > {after} ORDER BY id LIMIT {Chunk} FOR UPDATE SKIP LOCKED");

    private async Task FinishAsync(FinishIntent finish, string awardId)
    {
        try
        {
            await finish.RunAsync(awardId);
        }
        catch (Exception exception) when (exception is InvalidOperationException or SettingsException && !StorageUnavailable.IsCauseOf(exception))
        {
            // One that cannot be finished here, for want of its key for example, must not hold up the others.
            Log.IntentNotFinished(log, awardId, exception);
        }
    }
}
