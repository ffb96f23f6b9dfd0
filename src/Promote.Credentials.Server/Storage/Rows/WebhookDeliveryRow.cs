using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>One message to one webhook. Nothing in it is about a person.</summary>
[Table("webhook_deliveries")]
[Index(nameof(WebhookId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(CreatedAt))]
internal sealed class WebhookDeliveryRow : IListedRow
{
    /// <summary>Also the message's own id, the same at each try.</summary>
    public required string Id { get; init; }

    public required string WebhookId { get; init; }

    /// <summary>What happened, such as <c>award.issued</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The exact bytes that are sent at each try.</summary>
    public required byte[] Body { get; init; }

    public required WebhookDeliveryState State { get; set; }

    /// <summary>How often it was tried since it was last asked for; also tells a node that its claim is over.</summary>
    public int Attempts { get; set; }

    /// <summary>What the receiver last answered; null where nothing answered.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Why nothing answered, such as <c>timedOut</c>.</summary>
    public string? LastFailure { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; set; }

    /// <summary>Not before; moved on by whoever claims it. Null once it is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }
}
