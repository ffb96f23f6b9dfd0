using System.Diagnostics;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What a wish about an award comes to: a change, nothing because it is so already, or a refusal.</summary>
internal sealed record AwardStep(Action<DateTimeOffset>? Apply, Refusal? Refusal)
{
    private static AwardStep Done { get; } = new(null, null);

    /// <summary>The rules of what can become of an issued award.</summary>
    /// <param name="action">What is wished: that it is revoked, suspended or reinstated.</param>
    /// <param name="row">The award as it is.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    public static AwardStep Of(AwardAction action, AwardRow row, string reason) => (action, row.Status) switch
    {
        _ when row.State != IssuingState.Issued => Refuse("The award is promised and not issued yet."),
        (AwardAction.Revoke, AwardStatus.Revoked or AwardStatus.Replaced) => Done,
        (AwardAction.Revoke, _) => Do(now =>
        {
            (row.RevokedAt, row.RevocationReason) = (now, reason);
            (row.SuspendedAt, row.SuspensionReason) = (null, null);
        }),
        (AwardAction.Suspend, AwardStatus.Suspended) => Done,
        (AwardAction.Suspend, AwardStatus.Valid) => Do(now => (row.SuspendedAt, row.SuspensionReason) = (now, reason)),
        (AwardAction.Suspend, _) => Refuse("A revoked award holds no more, so it cannot be suspended."),
        (AwardAction.Reinstate, AwardStatus.Valid) => Done,
        (AwardAction.Reinstate, AwardStatus.Suspended) => Do(_ => (row.SuspendedAt, row.SuspensionReason) = (null, null)),
        (AwardAction.Reinstate, _) => Refuse("Revoking is final: award the achievement anew."),
        _ => throw new UnreachableException("Issuing and replacing are no steps of an award that is there."),
    };

    private static AwardStep Do(Action<DateTimeOffset> apply) => new(apply, null);

    private static AwardStep Refuse(string detail) => new(null, new Refusal(RefusalCode.WrongState, "", detail));
}
