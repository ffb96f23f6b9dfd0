namespace Promote.Credentials.LinkedData;

/// <summary>Multibase (Controlled Identifiers §2.4): bytes as text whose first letter names the alphabet.</summary>
public static class Multibase
{
    // Base58 takes quadratic time. Keys and signatures stay under 200 characters.
    private const int MaxBase58Length = 1024;

    /// <summary>Base58 in Bitcoin's alphabet, with the header <c>z</c>.</summary>
    public static string Base58Btc(ReadOnlySpan<byte> bytes) => "z" + Base58.Encode(bytes);

    /// <summary>Base64url without padding, with the header <c>u</c>.</summary>
    public static string Base64Url(ReadOnlySpan<byte> bytes) => "u" + System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <summary>Reads either form. False for another header, a character outside the alphabet, or base58 of more than 1024 characters.</summary>
    public static bool TryDecode(string text, out byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        bytes = [];
        return text switch
        {
            ['z', .. var rest] when rest.Length <= MaxBase58Length => Base58.TryDecode(rest, out bytes),
            ['u', .. var rest] => TryDecodeBase64Url(rest, out bytes),
            _ => false,
        };
    }

    private static bool TryDecodeBase64Url(string text, out byte[] bytes)
    {
        bytes = [];

        // The framework's decoder takes white space and padding; two texts for the same bytes would both verify.
        if (!System.Buffers.Text.Base64Url.IsValid(text))
        {
            return false;
        }

        byte[] decoded = System.Buffers.Text.Base64Url.DecodeFromChars(text);
        if (!System.Buffers.Text.Base64Url.EncodeToString(decoded).Equals(text, StringComparison.Ordinal))
        {
            return false;
        }

        bytes = decoded;
        return true;
    }
}
