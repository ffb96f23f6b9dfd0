using System.Text;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The encodings of files: UTF-8, UTF-16 with a byte order mark, and what older spreadsheets of the nine countries write. Nothing is guessed.</summary>
internal static class FileEncoding
{
    private const string Utf8 = "utf-8";

    /// <summary>What can be said as <c>charset</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [Utf8, "windows-1250", "windows-1252", "windows-1254", "windows-1257"];

    /// <summary>The encoding of a file by the <c>charset</c> of its media type; null for one that tells itself what it is.</summary>
    public static bool TryGet(string? charset, out Encoding? encoding)
    {
        var name = charset?.Trim('"').ToLowerInvariant() ?? Utf8;
        encoding = name == Utf8 || !Names.Contains(name) ? null : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        return Names.Contains(name);
    }

    /// <summary>The file as UTF-8; what cannot be read becomes a replacement character, which no reader takes.</summary>
    public static Stream AsUtf8(Stream file, Encoding encoding) => Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8, leaveOpen: true);
}
