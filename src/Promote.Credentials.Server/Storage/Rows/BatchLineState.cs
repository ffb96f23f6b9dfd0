namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What became of a line of a batch.</summary>
internal enum BatchLineState
{
    /// <summary>It is stored as it came.</summary>
    Read,

    /// <summary>Nothing stands against it.</summary>
    Good,

    /// <summary>Something stands against it; it is never issued.</summary>
    Bad,

    /// <summary>Its award is stored and not signed yet: it will be, whatever happens to this process.</summary>
    Promised,

    /// <summary>Its award is issued.</summary>
    Issued,

    /// <summary>It was good, and was refused when it was to be issued.</summary>
    Failed,
}
