using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Batches;

/// <summary>When a batch may begin.</summary>
internal static class BatchSchedule
{
    /// <summary>Why a new batch is not made. A request that is repeated is never late.</summary>
    public static Refusal? WhyNot(DateTimeOffset? scheduledFor, DateTimeOffset now) => scheduledFor is { } start && (start <= now || start > now.AddYears(1))
        ? new(RefusalCode.DatesContradict, "/scheduledFor", "A batch begins in the future, and within a year.")
        : null;
}
