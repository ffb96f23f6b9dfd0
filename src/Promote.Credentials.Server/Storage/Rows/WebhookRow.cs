using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>An address of a training platform that is told what becomes of an issuer's awards.</summary>
[Table("webhooks")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
internal sealed class WebhookRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required string Url { get; set; }

    /// <summary>Names of events, separated by one space; <c>*</c> for every event.</summary>
    public required string Events { get; set; }

    /// <summary>What its owner says it is for.</summary>
    public string? Description { get; set; }

    /// <summary>What messages are signed with, under a master key.</summary>
    public required byte[] Secret { get; set; }

    /// <summary>Which master key wraps <see cref="Secret"/>.</summary>
    public required string SecretKeyId { get; set; }

    /// <summary>The secret before that one, which signs too until <see cref="PreviousSecretUntil"/>.</summary>
    public byte[]? PreviousSecret { get; set; }

    public string? PreviousSecretKeyId { get; set; }

    public DateTimeOffset? PreviousSecretUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when nothing is sent; null while it is enabled.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public WebhookStop? DisabledBecause { get; set; }

    /// <summary>Whether messages are sent to it.</summary>
    [NotMapped]
    public bool Enabled => DisabledAt is null;

    /// <summary>When a message first failed after the last one that was taken.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Until then nothing is sent, so that a receiver in trouble is left alone.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    /// <summary>Until then a node sends to it. After that, when its last turn ended: who waits longest is next.</summary>
    public required DateTimeOffset TurnUntil { get; set; }
}
