using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>Batches are done: each person who started one is told by one mail. A platform has webhooks for it.</summary>
internal sealed class TellStarter(CredentialsDb db, IMail mail, PromoteSettings settings, TimeProvider time) : IOutboxHandler
{
    public IReadOnlyList<string> Kinds { get; } = [BatchDone.Kind];

    public async Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Subject).ToList();
        var ofPeople = await db.Batches.AsNoTracking().Where(row => ids.Contains(row.Id) && row.Sender != null).Select(row => row.Id).ToListAsync(cancellationToken);
        var now = time.GetStoredNow();
        db.BatchMails.AddRange(rows.Where(row => ofPeople.Contains(row.Subject)).Select(row => new BatchMailRow
        {
            Id = RandomId.New(),
            BatchId = row.Subject,
            State = mail.Available ? DeliveryState.Pending : DeliveryState.Unavailable,
            Error = mail.Available ? null : "no-mail-server",
            MessageId = $"{RandomId.New()}@{settings.PublicBaseUrl!.IdnHost}",
            CreatedAt = now,
            NextAttemptAt = mail.Available ? now : null,
        }));
    }
}
