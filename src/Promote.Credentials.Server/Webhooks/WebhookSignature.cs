using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>What tells a receiver that a message is ours and new (Standard Webhooks, symmetric signatures).</summary>
internal static class WebhookSignature
{
    /// <summary>The fields of one try.</summary>
    /// <param name="id">Of the message, the same at each try.</param>
    /// <param name="now">When it is tried.</param>
    /// <param name="body">The exact bytes that are sent.</param>
    /// <param name="keys">The secrets that hold now.</param>
    public static Dictionary<string, string> Fields(string id, DateTimeOffset now, byte[] body, IEnumerable<byte[]> keys)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];
        return new()
        {
            ["Content-Type"] = "application/json",
            ["webhook-id"] = id,
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}")),
        };
    }
}
