using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What a wish about an award comes to: a change, nothing because it is so already, or a refusal.</summary>
internal sealed record AwardStep(Action<DateTimeOffset>? Apply, Refusal? Refusal)
{
    /// <summary>It is so already.</summary>
    public static AwardStep Done { get; } = new(null, null);

    public static AwardStep Do(Action<DateTimeOffset> apply) => new(apply, null);

    public static AwardStep Refuse(string detail) => new(null, new Refusal(RefusalCode.WrongState, "", detail));
}
