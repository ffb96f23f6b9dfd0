namespace Promote.Credentials.Server.Public;

/// <summary>What the page says to somebody who named a person.</summary>
internal enum HolderAnswer
{
    /// <summary>Nobody was named yet.</summary>
    None,

    /// <summary>What was sent is no name and no address.</summary>
    Unreadable,

    /// <summary>It is the holder.</summary>
    Match,

    /// <summary>It is not, as it was written.</summary>
    NoMatch,
}
