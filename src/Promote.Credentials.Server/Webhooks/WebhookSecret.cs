namespace Promote.Credentials.Server.Webhooks;

/// <summary>A new secret: as its owner is told it once, and as it is kept.</summary>
/// <param name="Text"><c>whsec_</c> and base64, as the Standard Webhooks specification writes symmetric secrets.</param>
/// <param name="Wrapped">Under the master key.</param>
/// <param name="KeyId">Which master key that is.</param>
internal sealed record WebhookSecret(string Text, byte[] Wrapped, string KeyId)
{
    /// <summary>Says nothing, so that no log can show it.</summary>
    public override string ToString() => "WebhookSecret ***";
}
