namespace Promote.Credentials.Verification.Ports;

/// <summary>Whether this service knows a credential.</summary>
public enum OwnRecordState
{
    /// <summary>Issued elsewhere.</summary>
    NotOurs,

    /// <summary>It claims to be issued here, and was not.</summary>
    Missing,

    /// <summary>It was issued here, but its record was changed since.</summary>
    Damaged,

    /// <summary>It was issued here, and its record is as it was stored.</summary>
    Kept,
}
