namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What became of a message to a webhook.</summary>
internal enum WebhookDeliveryState
{
    /// <summary>It waits to be sent, for the first time or again; for as long as its webhook is disabled too.</summary>
    Pending,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>The receiver refused it for good, or too often.</summary>
    Failed,
}
