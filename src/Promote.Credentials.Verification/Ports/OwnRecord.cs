namespace Promote.Credentials.Verification.Ports;

/// <summary>What this service holds about one credential.</summary>
public sealed record OwnRecord
{
    /// <summary>Neither the id nor the issuer is of this service.</summary>
    public static OwnRecord NotOurs { get; } = new() { State = OwnRecordState.NotOurs };

    /// <summary>The id or the issuer is of this service, and yet there is no such record.</summary>
    public static OwnRecord Missing { get; } = new() { State = OwnRecordState.Missing };

    /// <summary>There is a record, but it is not what was once stored.</summary>
    public static OwnRecord Damaged { get; } = new() { State = OwnRecordState.Damaged };

    /// <summary>Which of the cases it is.</summary>
    public required OwnRecordState State { get; init; }

    /// <summary>The signed documents exactly as stored: one credential may have been signed in several ways under one id. Empty unless <see cref="OwnRecordState.Kept"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Documents { get; private init; } = [];

    /// <summary>When it was issued; null unless <see cref="OwnRecordState.Kept"/>.</summary>
    public DateTimeOffset? IssuedAt { get; private init; }

    /// <summary>What became of it since; null unless <see cref="OwnRecordState.Kept"/>, and where the caller does not know.</summary>
    public OwnStanding? Standing { get; init; }

    /// <summary>Whether somebody answers for an assessment that was made elsewhere, because the achievement asks for one.</summary>
    public bool Vouched { get; init; }

    /// <summary>The record of a credential that was issued as these bytes.</summary>
    public static OwnRecord Kept(DateTimeOffset issuedAt, params IReadOnlyList<ReadOnlyMemory<byte>> documents) =>
        new() { State = OwnRecordState.Kept, IssuedAt = issuedAt, Documents = documents };
}
