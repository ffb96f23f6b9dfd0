namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What is done with an award.</summary>
internal enum AwardAction
{
    /// <summary>It is promised, signed and handed out.</summary>
    Issue,

    /// <summary>It is issued anew in the place of an older one, which is revoked.</summary>
    Replace,

    /// <summary>It holds no more, for ever.</summary>
    Revoke,

    /// <summary>It does not hold for the time being.</summary>
    Suspend,

    /// <summary>It holds again.</summary>
    Reinstate,
}
