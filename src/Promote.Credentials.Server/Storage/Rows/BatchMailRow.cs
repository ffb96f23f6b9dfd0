using System.ComponentModel.DataAnnotations.Schema;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>One message to whoever started a batch. It has no address: that is read when it is sent.</summary>
[Table("batch_mails")]
internal sealed class BatchMailRow
{
    public required string Id { get; init; }

    public required string BatchId { get; init; }

    public required DeliveryState State { get; set; }

    /// <summary>How often it was tried; also tells a node that its claim is over.</summary>
    public int Attempts { get; set; }

    /// <summary>Why it is not sent: <c>smtp-550</c>, <c>timeout</c>, <c>connection</c>, <c>address</c>, <c>no-mail-server</c>.</summary>
    public string? Error { get; set; }

    /// <summary>RFC 5322 §3.6.4, without angle brackets; the same at each try, so that a mailbox shows one message.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before; moved on by whoever claims it. Null once it is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
