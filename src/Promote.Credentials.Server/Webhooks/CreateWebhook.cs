using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Makes a webhook for the client's own issuer. The answer is the only place where its secret stands.</summary>
internal sealed class CreateWebhook(CredentialsDb db, WebhookCheck check, WebhookSecrets secrets, TimeProvider time) : ControllerBase
{
    /// <summary>How many webhooks an issuer can have.</summary>
    public const int Most = 10;

    [HttpPost("/api/v1/webhooks"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync([FromBody] NewWebhook body, CancellationToken cancellationToken)
    {
        if (check.Run(body.Url, body.Events, body.Description) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var client = HttpContext.Client;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Whoever changes the issuer's row first goes first: the count below is right until the end of the transaction.
        await db.Issuers.Where(row => row.Id == client.IssuerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Slug, row => row.Slug), cancellationToken);
        if (await db.Webhooks.CountAsync(row => row.IssuerId == client.IssuerId, cancellationToken) >= Most)
        {
            return new Refused(RefusalCode.WrongState, "", $"There are {Most} webhooks already, which is as many as an issuer can have: change or delete one.");
        }

        var (row, secret) = Make(body, client);
        db.Webhooks.Add(row);
        db.Audit.Add(client.Did("webhook.created", row.Id, row.CreatedAt, new { host = body.Url.IdnHost, events = row.Events }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Created($"/api/v1/webhooks/{row.Id}", new WebhookWithSecret(secret.Text, WebhookAnswer.Of(row)));
    }

    private (WebhookRow Row, WebhookSecret Secret) Make(NewWebhook body, Client client)
    {
        var (id, now) = (RandomId.New(), time.GetStoredNow());
        var secret = secrets.New(id);
        var row = new WebhookRow
        {
            Id = id,
            IssuerId = client.IssuerId,
            Url = body.Url.OriginalString,
            Events = WebhookEvents.Write(body.Events),
            Description = body.Description,
            Secret = secret.Wrapped,
            SecretKeyId = secret.KeyId,
            CreatedAt = now,
            TurnUntil = now,
        };
        return (row, secret);
    }

    /// <summary>What is asked for: every event where none is named.</summary>
    internal sealed record NewWebhook
    {
        public required Uri Url { get; init; }

        public IReadOnlyList<string> Events { get; init; } = [WebhookEvents.Every];

        public string? Description { get; init; }
    }
}
