namespace Promote.Credentials.Formats.Linting;

/// <summary>A linted document with its signature: the bytes that are stored and handed out, unchanged, for ever.</summary>
public sealed record SignedDocument
{
    internal SignedDocument(string format, ReadOnlyMemory<byte> utf8) => (Format, Utf8) = (format, utf8);

    /// <summary>Name of its format.</summary>
    public string Format { get; }

    /// <summary>Its exact bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }
}
