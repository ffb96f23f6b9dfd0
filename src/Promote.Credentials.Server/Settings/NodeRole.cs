namespace Promote.Credentials.Server.Settings;

/// <summary>What a node does.</summary>
internal enum NodeRole
{
    /// <summary>It answers requests and works on what waits.</summary>
    Both,

    /// <summary>It answers requests; others work on what waits.</summary>
    Api,

    /// <summary>It works on what waits, and answers nothing but whether it is well.</summary>
    Worker,
}
