using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("audit")]
[Index(nameof(IssuerId), nameof(Id))]
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>Id of the API key, or the name of the part of this service that acted.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>award.issued</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Id of what it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>JSON without personal data.</summary>
    public required string Detail { get; init; }
}
