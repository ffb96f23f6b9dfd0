namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>The life of an issuer's key, in this order; nothing leads back.</summary>
internal enum IssuerKeyState
{
    /// <summary>Published, so that everybody has seen it before it signs; does not sign yet.</summary>
    Pending,

    /// <summary>Signs. An issuer has one of each algorithm.</summary>
    Active,

    /// <summary>Signs no more; what it signed verifies.</summary>
    VerifyOnly,

    /// <summary>Published no more as a key for claims. What this service has on record from before stays good.</summary>
    Retired,

    /// <summary>Somebody else may have signed with it from an instant on.</summary>
    Compromised,
}
