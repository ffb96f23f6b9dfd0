using System.Globalization;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Audit;

/// <summary>A place in the audit trail, which runs from the newest row to the oldest: an instant, and how many of its rows came already. Ids of rows would tell one issuer how much others do.</summary>
/// <param name="At">The instant of the row that came last.</param>
/// <param name="Seen">How many rows of that instant came.</param>
internal sealed record AuditCursor(DateTimeOffset At, int Seen)
{
    /// <summary>Before the first row.</summary>
    public static AuditCursor Start { get; } = new(DateTimeOffset.MaxValue, 0);

    public static Decision<AuditCursor> Read(string? text)
    {
        if (text is null)
        {
            return Start;
        }

        return text.Split('.') is [var at, var seen]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new AuditCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), count)
            : new Refusal(RefusalCode.InvalidValue, "", "cursor is not one that this service gave as next.");
    }

    /// <summary>The place behind these instants, which follow this place.</summary>
    public AuditCursor Behind(IReadOnlyList<DateTimeOffset> instants)
    {
        var seen = instants.Count(instant => instant == instants[^1]);
        return new(instants[^1], instants[^1] == At ? Seen + seen : seen);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{Seen}");
}
