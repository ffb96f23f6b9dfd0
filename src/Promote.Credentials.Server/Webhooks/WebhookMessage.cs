using System.Text.Json;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>What a receiver reads.</summary>
/// <param name="Id">The same at each try, so that a receiver knows what it had already.</param>
/// <param name="Type">The event.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Data">What it is about; nothing about a person.</param>
internal sealed record WebhookMessage(string Id, string Type, DateTimeOffset Timestamp, object Data)
{
    /// <summary>A message to a webhook as it begins. Its bytes are written here, once.</summary>
    public static WebhookDeliveryRow To(string webhookId, string type, DateTimeOffset timestamp, object data)
    {
        var id = RandomId.New();
        return new WebhookDeliveryRow
        {
            Id = id,
            WebhookId = webhookId,
            Event = type,
            Body = JsonSerializer.SerializeToUtf8Bytes(new WebhookMessage(id, type, timestamp, data), ApiJson.Options),
            State = WebhookDeliveryState.Pending,
            CreatedAt = timestamp,
            NextAttemptAt = timestamp,
        };
    }
}
