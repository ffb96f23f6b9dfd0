using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>
/// A JWS in its compact serialization (RFC 7515 §7.1), read strictly: what another reader might understand differently is refused, and
/// one signature has one text.
/// </summary>
public sealed class CompactJws
{
    /// <summary>Most characters where the caller names no other limit: 256 KiB.</summary>
    public const int DefaultMaxLength = StrictJson.DefaultMaxBytes;

    private readonly byte[] _signingInput;
    private readonly byte[] _signature;

    private CompactJws(JwsHeader header, byte[] payload, byte[] signingInput, byte[] signature) =>
        (Header, Payload, _signingInput, _signature) = (header, payload, signingInput, signature);

    /// <summary>What the signer says about the signature.</summary>
    public JwsHeader Header { get; }

    /// <summary>The bytes that were signed. Whatever is shown or stored comes from them, never from the text around them.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>
    /// Reads a text: three parts of base64url without padding, in its one form, and a header of known members; the first thing that is wrong is
    /// told in <paramref name="error"/>. Nothing is verified yet.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CompactJws? jws, out string error, int maxLength = DefaultMaxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        jws = null;
        if (text.Length > maxLength)
        {
            error = TooLong(text.Length, maxLength);
            return false;
        }
        string[] parts = text.Split('.', 4);
        if (parts.Length != 3)
        {
            error = "The text is not three parts with a dot between them.";
            return false;
        }
        if (!TryDecode(parts[0], out byte[] header) || !TryDecode(parts[1], out byte[] payload) || !TryDecode(parts[2], out byte[] signature))
        {
            error = "A part is empty or not base64url in its one form.";
            return false;
        }
        if (JwsHeaderReader.TryRead(header, out JwsHeader? read, out error))
        {
            jws = new CompactJws(read, payload, Encoding.ASCII.GetBytes(text[..text.LastIndexOf('.')]), signature);
        }
        return jws is not null;
    }

    /// <summary>The same for bytes, which are ASCII where they are a JWS.</summary>
    public static bool TryParse(ReadOnlySpan<byte> ascii, [NotNullWhen(true)] out CompactJws? jws, out string error, int maxLength = DefaultMaxLength)
    {
        jws = null;
        error = TooLong(ascii.Length, maxLength);
        return ascii.Length <= maxLength && TryParse(Encoding.Latin1.GetString(ascii), out jws, out error, maxLength);
    }

    /// <summary>Whether the signature is of this key. The key has one algorithm; a header that names another is refused (RFC 8725 §3.1).</summary>
    public bool Verify(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Header.Algorithm == key.JwsAlgorithm && key.Verify(_signingInput, _signature);
    }

    /// <summary>Signs a text, which is the payload byte for byte. The header holds <c>alg</c>, then <c>kid</c> or <c>jwk</c>, then <c>typ</c>.</summary>
    /// <param name="payload">UTF-8.</param>
    /// <param name="key">Decides the algorithm.</param>
    /// <param name="keyId">Where a verifier finds the key; null to write the key itself into the header.</param>
    /// <param name="type">The value of <c>typ</c>.</param>
    internal static byte[] Sign(ReadOnlySpan<byte> payload, SigningKey key, string? keyId, string type = "JWT") =>
        JwsWriter.Write(payload, key, keyId, type);

    private static string TooLong(int length, int maxLength) => $"The JWS has {length} characters, the limit is {maxLength}.";

    private static bool TryDecode(string part, out byte[] octets)
    {
        // The framework's decoder takes white space and padding, and bits left over.
        octets = Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : [];
        return octets.Length > 0 && Base64Url.EncodeToString(octets) == part;
    }
}
