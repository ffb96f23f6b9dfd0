namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What the record says of an issued award, besides the dates that its documents say themselves.</summary>
internal enum AwardStatus
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>It does not hold for the time being.</summary>
    Suspended,

    /// <summary>It holds no more, for ever.</summary>
    Revoked,

    /// <summary>As revoked; another award took its place.</summary>
    Replaced,
}
