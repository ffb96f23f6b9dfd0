using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>
/// Sends the messages that wait. Webhooks take turns, one message each, and whoever waits longest is next: a receiver that is slow
/// or has much to get holds up no other. A turn is a date in the future that is committed before anything is sent: no two nodes
/// send to one webhook at a time, and the turn of a node that died is over once that date has come.
/// </summary>
internal sealed class SendWebhooks(IServiceScopeFactory scopes, CredentialsDb db, TimeProvider time, ILogger<SendWebhooks> log) : IJob
{
    private const int AtOnce = 8;

    // While receivers think, others may have got something to send.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var turns = new List<Task>();
        try
        {
            while (true)
            {
                turns.AddRange((await ClaimAsync(AtOnce - turns.Count, cancellationToken)).Select(TakeTurnAsync));
                if (turns.Count == 0)
                {
                    return;
                }

                await Task.WhenAny([.. turns, Task.Delay(LookAgain, time, cancellationToken)]);
                await Task.WhenAll(turns.Where(turn => turn.IsCompleted));
                turns.RemoveAll(turn => turn.IsCompleted);
            }
        }
        finally
        {
            // Those that are under way are finished, though this node stops.
            await Task.WhenAll(turns);
        }
    }

    private async Task TakeTurnAsync(WebhookRow webhook)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendWebhook>().RunAsync(webhook);
        }
        catch (Exception exception) when (!StorageUnavailable.IsCauseOf(exception))
        {
            // Its turn goes on until it is over, and the others have theirs.
            Log.WebhookNotSent(log, webhook.Id, exception);
        }
    }

    // SQLite has one node and keeps instants as whole numbers.
    private Task<List<WebhookRow>> ClaimAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var until = now + SendWebhook.Turn;
        var (nowNumber, untilNumber) = (now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        var claim = db.Database.IsSqlite()
            ? db.Webhooks.FromSql(
                $"""
                UPDATE webhooks SET turn_until = {untilNumber} WHERE id IN (
                    SELECT id FROM webhooks AS webhook
                    WHERE disabled_at IS NULL AND turn_until <= {nowNumber} AND (rests_until IS NULL OR rests_until <= {nowNumber}) AND EXISTS (
                        SELECT 1 FROM webhook_deliveries WHERE webhook_id = webhook.id AND state = 'pending' AND next_attempt_at <= {nowNumber})
                    ORDER BY turn_until LIMIT {atMost})
                RETURNING *
                """)
            : db.Webhooks.FromSql(
                $"""
                UPDATE webhooks SET turn_until = {until} WHERE id IN (
                    SELECT id FROM webhooks AS webhook
                    WHERE disabled_at IS NULL AND turn_until <= {now} AND (rests_until IS NULL OR rests_until <= {now}) AND EXISTS (
                        SELECT 1 FROM webhook_deliveries WHERE webhook_id = webhook.id AND state = 'pending' AND next_attempt_at <= {now})
                    ORDER BY turn_until LIMIT {atMost} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """);
        return claim.AsNoTracking().ToListAsync(cancellationToken);
    }
}
