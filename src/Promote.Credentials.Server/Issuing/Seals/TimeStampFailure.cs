namespace Promote.Credentials.Server.Issuing.Seals;

/// <summary>Why there is no time-stamp.</summary>
internal enum TimeStampFailure
{
    /// <summary>The settings name no authority.</summary>
    NotConfigured,

    /// <summary>It is away, too slow, or answers something else than RFC 3161 over HTTP.</summary>
    Unreachable,

    /// <summary>It answered, and not with a token over what was asked for.</summary>
    Refused,
}
