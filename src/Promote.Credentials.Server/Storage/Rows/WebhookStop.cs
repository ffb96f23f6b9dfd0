namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Why a webhook is disabled.</summary>
internal enum WebhookStop
{
    /// <summary>Its owner wanted it.</summary>
    Asked,

    /// <summary>The receiver answered 410: it is gone for good.</summary>
    Gone,

    /// <summary>The receiver took nothing for too long.</summary>
    Failing,
}
