namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Where a pathway is in its life.</summary>
internal enum PathwayState
{
    /// <summary>It is written.</summary>
    Draft,

    /// <summary>Learners are on it, and what it ends in is awarded.</summary>
    Published,
}
