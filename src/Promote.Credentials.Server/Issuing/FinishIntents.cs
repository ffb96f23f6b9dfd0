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

    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(time.GetUtcNow(), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Younger ones are still in the hands of the node that took the request.
    public Task RunAsync(string id, CancellationToken cancellationToken) => RunAsync(time.GetUtcNow() - Interval, cancellationToken);

    private async Task RunAsync(DateTimeOffset createdBefore, CancellationToken cancellationToken)
    {
        var last = "";
        while (await FinishNextAsync(createdBefore, last, cancellationToken) is { } next)
        {
            last = next;
        }

        if (last.Length > 0)
        {
            // Some of them took the place of another award.
            await using var scope = scopes.CreateAsyncScope();
            await lists.PublishAsync(scope.ServiceProvider.GetRequiredService<CredentialsDb>(), issuerId: null, cancellationToken);
        }
    }

    // Answers its id; null when there is none any more. One in a transaction: what it locks, others who issue wait for.
    private async Task<string?> FinishNextAsync(DateTimeOffset createdBefore, string after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Claim(db, createdBefore, after).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
        {
            return null;
        }

        await FinishAsync(scope.ServiceProvider.GetRequiredService<FinishIntent>(), id);
        await transaction.CommitAsync(CancellationToken.None);
        return id;
    }

    // A claim ends with its transaction, so a node that dies gives its claims back. SQLite has one node, and one writer.
    private static IQueryable<AwardRow> Claim(CredentialsDb db, DateTimeOffset createdBefore, string after) => db.Database.IsSqlite()
        ? db.Awards.Where(row => row.State == IssuingState.Intended && row.CreatedAt <= createdBefore && row.Id.CompareTo(after) > 0).OrderBy(row => row.Id)
        : db.Awards.FromSql(
            $"SELECT * FROM awards WHERE state = 'intended' AND created_at <= {createdBefore} AND id > {after} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED");

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
