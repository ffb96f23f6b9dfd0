using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Sends the mails about batches that wait. A claim is a date in the future that is committed before anything is sent: what a node that died
/// had claimed is sent by another once that date has come, under the same Message-ID.
/// </summary>
internal sealed class SendBatchMails(CredentialsDb db, BatchMail letters, IMail mail, TimeProvider time, ILogger<SendBatchMails> log) : IJob
{
    /// <summary>For what waits for its next try, and for what a node that died had claimed.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    // More than the longest mail takes.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        while (mail.Available && !cancellationToken.IsCancellationRequested && await ClaimAsync(cancellationToken) is { } claimed)
        {
            // What is under way is finished, though this node stops.
            await SendAsync(claimed, await mail.SendAsync(await letters.WriteAsync(claimed, CancellationToken.None)));
        }
    }

    private async Task SendAsync(BatchMailRow claimed, MailResult result)
    {
        var wait = result.Outcome == MailOutcome.NotNow ? Backoff.After(claimed.Attempts) : null;
        var state = (result.Outcome, wait) switch
        {
            (MailOutcome.Taken, _) => DeliveryState.Sent,
            (_, null) => DeliveryState.Failed,
            _ => DeliveryState.Pending,
        };
        if (result.Code is { } code)
        {
            Log.MailNotTaken(log, claimed.Id, claimed.Attempts, code);
        }

        var now = time.GetStoredNow();
        DateTimeOffset? sentAt = state == DeliveryState.Sent ? now : null;
        var next = now + wait;

        // Whoever claims a row counts its tries up: a node that was too slow finds it is no longer its own.
        await db.BatchMails.Where(row => row.Id == claimed.Id && row.Attempts == claimed.Attempts && row.State == DeliveryState.Pending).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.State, state)
            .SetProperty(it => it.Error, result.Code)
            .SetProperty(it => it.SentAt, sentAt)
            .SetProperty(it => it.NextAttemptAt, next));
    }

    // SQLite has one node and keeps instants as whole numbers.
    private async Task<BatchMailRow?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Claim;
        var claim = db.Database.IsSqlite()
            ? db.BatchMails.FromSql(
                $"""
                UPDATE batch_mails SET attempts = attempts + 1, next_attempt_at = {until.ToUnixTimeMilliseconds()} WHERE id IN (
                    SELECT id FROM batch_mails WHERE state = 'pending' AND next_attempt_at <= {now.ToUnixTimeMilliseconds()} ORDER BY next_attempt_at LIMIT 1)
                RETURNING *
                """)
            : db.BatchMails.FromSql(
                $"""
                UPDATE batch_mails SET attempts = attempts + 1, next_attempt_at = {until} WHERE id IN (
                    SELECT id FROM batch_mails WHERE state = 'pending' AND next_attempt_at <= {now} ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """);
        return (await claim.AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
    }
}
