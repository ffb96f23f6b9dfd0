namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>Why an audit chain does not hold.</summary>
internal enum AuditFault
{
    /// <summary>A row is not what it was when it got its place.</summary>
    Tampered,

    /// <summary>A row is gone.</summary>
    Missing,

    /// <summary>A row stands where another stood.</summary>
    Reordered,

    /// <summary>The last rows are gone, or are others than those that were remembered outside the database.</summary>
    CutOff,

    /// <summary>Nothing remembers the end, so that nobody can tell whether the last rows are gone.</summary>
    EndUnknown,
}
