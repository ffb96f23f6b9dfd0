using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Awards;

/// <summary>Why an award is suspended, revoked, reinstated or replaced: one line, shown to everybody, so it should name nobody.</summary>
public static class StatusReason
{
    /// <summary>Most characters of a reason.</summary>
    public const int MaxLength = 500;

    /// <summary>What stands against it, with the pointer <c>/reason</c>.</summary>
    public static IReadOnlyList<Refusal> Check(string? reason)
    {
        var check = new RequestCheck();
        check.RequiredLine(reason, "/reason", MaxLength);
        return check.Refusals;
    }
}
