using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>
/// Sends the messages that wait. A claim is a date in the future that is committed before anything is sent: no transaction
/// stays open while a mail server thinks, and what a node that died had claimed is sent by another once that date has come,
/// under the same Message-ID.
/// </summary>
internal sealed class SendDeliveries(IServiceScopeFactory scopes, CredentialsDb db, IMail mail, TimeProvider time) : IJob
{
    private const int AtOnce = 5;

    // More than the longest mail takes.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        while (mail.Available && !cancellationToken.IsCancellationRequested && await ClaimAsync(id, cancellationToken) is { Count: > 0 } claimed)
        {
            // Those that are under way are finished, though this node stops.
            await Task.WhenAll(claimed.Select(SendAsync));
        }
    }

    private async Task SendAsync(DeliveryRow claimed)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendDelivery>().RunAsync(claimed);
    }

    // An empty id means all. SQLite has one node and keeps instants as whole numbers.
    private Task<List<DeliveryRow>> ClaimAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Claim;
        var claim = db.Database.IsSqlite()
            ? db.Deliveries.FromSql(
                $"""
                UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = {until.ToUnixTimeMilliseconds()} WHERE id IN (
                    SELECT id FROM deliveries WHERE state = 'pending' AND next_attempt_at <= {now.ToUnixTimeMilliseconds()} AND ({id} = '' OR id = {id})
                    ORDER BY next_attempt_at LIMIT {AtOnce})
                RETURNING *
                """)
            : db.Deliveries.FromSql(
                $"""
                UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = {until} WHERE id IN (
                    SELECT id FROM deliveries WHERE state = 'pending' AND next_attempt_at <= {now} AND ({id} = '' OR id = {id})
                    ORDER BY next_attempt_at LIMIT {AtOnce} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """);
        return claim.AsNoTracking().ToListAsync(cancellationToken);
    }
}
