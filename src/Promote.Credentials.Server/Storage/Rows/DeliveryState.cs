namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What became of a message to a learner.</summary>
internal enum DeliveryState
{
    /// <summary>It waits to be sent, for the first time or again.</summary>
    Pending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refused it for good, or too often.</summary>
    Failed,

    /// <summary>Whoever awarded wanted none.</summary>
    Suppressed,

    /// <summary>There is no mail server, or the learner has no address.</summary>
    Unavailable,
}
