namespace Promote.Credentials.Verification.Ports;

/// <summary>Whether a credential of this service still counts.</summary>
public enum OwnStandingState
{
    /// <summary>It does.</summary>
    InForce,

    /// <summary>Not for now: its issuer may let it count again.</summary>
    Suspended,

    /// <summary>Never again.</summary>
    Revoked,

    /// <summary>Never again: another one took its place.</summary>
    Replaced,

    /// <summary>Not known now: the records of this service are being restored.</summary>
    Restoring,
}
