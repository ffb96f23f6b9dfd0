using System.Text;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What makes a repeated request the same request: its Idempotency-Key and its body, spaces and order of members aside.</summary>
internal sealed record IdempotencyToken(string Key, byte[] CanonicalBody)
{
    /// <summary>Most characters of a key.</summary>
    public const int MaxLength = 255;

    /// <summary>The answer to a key that was used before with another body.</summary>
    public static Refusal Reused { get; } = new(RefusalCode.IdempotencyKeyReused, "", "This Idempotency-Key was used with another body: use a new one.");

    /// <param name="key">The header's value.</param>
    /// <param name="body">The body, already found to be strict JSON.</param>
    /// <param name="about">What else the request is about, such as an id in its path.</param>
    public static IdempotencyToken Of(string key, ReadOnlyMemory<byte> body, string about = "")
    {
        using var json = StrictJson.Parse(body);
        return new(key, [.. Encoding.UTF8.GetBytes(about), .. Jcs.Canonicalize(json.RootElement)]);
    }

    /// <summary>Says nothing: clients put personal data into keys.</summary>
    public override string ToString() => "IdempotencyToken ***";
}
