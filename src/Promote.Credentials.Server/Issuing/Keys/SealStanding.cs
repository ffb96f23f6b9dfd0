namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>Whether an issuer can seal.</summary>
internal enum SealStanding
{
    Valid,

    /// <summary>The sources have no seal of the issuer.</summary>
    None,

    /// <summary>Every certificate has ended.</summary>
    Expired,

    /// <summary>The next certificate has not begun.</summary>
    NotYetValid,
}
