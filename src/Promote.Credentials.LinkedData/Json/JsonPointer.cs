using System.Globalization;

namespace Promote.Credentials.LinkedData.Json;

/// <summary>JSON pointers (RFC 6901) built step by step; the empty string is the whole document.</summary>
public static class JsonPointer
{
    /// <summary>The pointer to the member <paramref name="token"/> of the object at <paramref name="pointer"/>.</summary>
    public static string Append(string pointer, string token)
    {
        ArgumentNullException.ThrowIfNull(token);

        // RFC 6901 §3: "~" first, else the "~" of "~1" would be escaped again.
        return token.AsSpan().IndexOfAny('~', '/') < 0
            ? $"{pointer}/{token}"
            : $"{pointer}/{token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
    }

    /// <summary>The pointer to the element <paramref name="index"/>, counted from 0, of the array at <paramref name="pointer"/>.</summary>
    public static string Append(string pointer, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");
}
