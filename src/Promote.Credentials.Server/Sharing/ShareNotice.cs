namespace Promote.Credentials.Server.Sharing;

/// <summary>What the holder's page says after a form was sent; it stands in the address that the answer leads to.</summary>
internal enum ShareNotice
{
    None,
    Made,
    Revoked,

    /// <summary>There are as many links as there can be.</summary>
    Full,

    /// <summary>The date is not one, or is over.</summary>
    Date,
}
