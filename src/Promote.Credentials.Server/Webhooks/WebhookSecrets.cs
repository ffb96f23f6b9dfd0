using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Makes the secrets of webhooks and opens what is kept of them.</summary>
internal sealed class WebhookSecrets(MasterKeys master)
{
    /// <summary>How long the secret before a rotation signs too.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const string Prefix = "whsec_";

    // Standard Webhooks asks for 24 to 64.
    private const int Bytes = 32;

    public WebhookSecret New(string webhookId)
    {
        var key = RandomNumberGenerator.GetBytes(Bytes);
        return new(Prefix + Convert.ToBase64String(key), master.Wrap(key, Place(webhookId)), master.CurrentId);
    }

    /// <summary>The keys that sign a message now, the newest first.</summary>
    public IReadOnlyList<byte[]> Of(WebhookRow webhook, DateTimeOffset now)
    {
        var newest = master.Unwrap(webhook.SecretKeyId, webhook.Secret, Place(webhook.Id));
        return webhook is { PreviousSecret: { } previous, PreviousSecretKeyId: { } keyId } && now < webhook.PreviousSecretUntil
            ? [newest, master.Unwrap(keyId, previous, Place(webhook.Id))]
            : [newest];
    }

    // Both columns of a webhook have the same place: rotating moves what is kept from one to the other.
    private static byte[] Place(string webhookId) => Encoding.ASCII.GetBytes($"webhooks.secret:{webhookId}");
}
