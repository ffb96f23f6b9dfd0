using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>One message to a learner about an award. It has no address and no name: both are read when it is sent.</summary>
[Table("deliveries")]
[Index(nameof(AwardId), nameof(Request), IsUnique = true)]
internal sealed class DeliveryRow
{
    /// <summary><see cref="Request"/> of the message that follows the issuing.</summary>
    public const string OnIssuing = "issued";

    /// <summary><see cref="Request"/> of the message before the award's documents end.</summary>
    public const string OnExpiry = "expiring";

    /// <summary>What became of an award that its holder can be told.</summary>
    public static IReadOnlyList<string> Changes { get; } = ["revoked", "suspended", "reinstated"];

    /// <summary><see cref="Request"/> of the message about a change of the award.</summary>
    /// <param name="change">One of <see cref="Changes"/>.</param>
    /// <param name="by">What made it: a change that is made again is told again.</param>
    public static string OnChange(string change, string by) => $"{change}-{by}";

    /// <summary>The only <see cref="Channel"/>.</summary>
    public const string Mail = "mail";

    public required string Id { get; init; }

    public required string AwardId { get; init; }

    /// <summary>What asked for it: the issuing, the how-manieth repetition, the end that comes near, or a change. Unique within the award, so that two nodes make one message.</summary>
    public required string Request { get; init; }

    /// <summary>The change that it is about; null where it is about something else.</summary>
    [NotMapped]
    public string? Change => Changes.FirstOrDefault(change => Request.StartsWith($"{change}-", StringComparison.Ordinal));

    public string Channel { get; init; } = Mail;

    public required DeliveryState State { get; set; }

    /// <summary>How often it was tried; also tells a node that its claim is over.</summary>
    public int Attempts { get; set; }

    /// <summary>Why it is not sent: <c>smtp-550</c>, <c>timeout</c>, <c>connection</c>, <c>no-address</c>, <c>no-mail-server</c>, <c>erased</c>.</summary>
    public string? Error { get; set; }

    /// <summary>RFC 5322 §3.6.4, without angle brackets; the same at each try, so that a mailbox shows one message.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before; moved on by whoever claims it. Null once it is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
