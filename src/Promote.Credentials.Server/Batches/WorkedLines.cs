namespace Promote.Credentials.Server.Batches;

/// <summary>What came of looking for lines to work on.</summary>
internal enum WorkedLines
{
    /// <summary>There was none.</summary>
    None,

    /// <summary>Some were done or refused.</summary>
    Some,

    /// <summary>A key of the issuer is not there, or the database is older than what was published: nothing is done for the time being.</summary>
    NotNow,
}
