namespace Promote.Credentials.Server.Webhooks;

/// <summary>A new secret, once, and what is listed of its webhook.</summary>
internal sealed record WebhookWithSecret(string Secret, WebhookAnswer Webhook)
{
    /// <summary>Says nothing, so that no log can show the secret.</summary>
    public override string ToString() => "WebhookWithSecret ***";
}
