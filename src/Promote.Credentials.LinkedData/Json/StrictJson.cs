using System.Text.Json;

namespace Promote.Credentials.LinkedData.Json;

/// <summary>
/// The one door for JSON from outside. It takes I-JSON (RFC 7493) of bounded size and depth, because a document that two
/// parsers read differently cannot be signed: no duplicate member, no lone surrogate, no number that a double changes.
/// </summary>
public static class StrictJson
{
    /// <summary>Most containers that may enclose each other, the outermost counted.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most bytes of a document where the caller names no other limit: 256 KiB.</summary>
    public const int DefaultMaxBytes = 256 * 1024;

    /// <summary>Reads one JSON text. The document keeps <paramref name="utf8"/>, which must not change while it lives.</summary>
    /// <param name="utf8">The text, UTF-8 without byte order mark.</param>
    /// <param name="maxBytes">Most bytes that are read.</param>
    /// <exception cref="MalformedJsonException">The text is not I-JSON or exceeds a limit.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, int maxBytes = DefaultMaxBytes)
    {
        if (utf8.Length > maxBytes)
        {
            throw new MalformedJsonException("tooLarge", "", $"The document has {utf8.Length} bytes, the limit is {maxBytes}.");
        }

        new StrictJsonScan(utf8.Span).Run();
#pragma warning disable RS0030 // this is the reader that the ban points to
        return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
#pragma warning restore RS0030
    }
}
