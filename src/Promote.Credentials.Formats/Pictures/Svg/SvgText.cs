using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>The text of an SVG file, and what stands before its root.</summary>
internal static class SvgText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Entitize: a carriage return in text is written so that a parser gives it back (XML §2.11).</summary>
    private static readonly XmlWriterSettings Settings = new() { Encoding = Strict, Indent = false, NewLineHandling = NewLineHandling.Entitize };

    /// <summary>Reads UTF-8 with or without a byte order mark. One encoding, so that everybody who checks the file reads the same.</summary>
    internal static bool TryDecode(ReadOnlySpan<byte> file, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = Strict.GetString(file.StartsWith(Encoding.UTF8.Preamble) ? file[3..] : file);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Whether a document type declaration stands before the root.</summary>
    internal static bool HasDocumentType(ReadOnlySpan<char> text) => DocumentType(text).Length > 0;

    /// <summary>Whether that declaration has an internal subset, which could define entities (XML §2.8). Without one it only names a DTD elsewhere.</summary>
    internal static bool HasInternalSubset(ReadOnlySpan<char> text) => OpensSubset(DocumentType(text));

    /// <summary>The text from the document type declaration on; empty when there is none.</summary>
    private static ReadOnlySpan<char> DocumentType(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart();
            if (text.StartsWith("<?"))
            {
                text = After(text, "?>");
            }
            else if (text.StartsWith("<!--"))
            {
                text = After(text, "-->");
            }
            else
            {
                return text.StartsWith("<!DOCTYPE") ? text : default;
            }
        }
    }

    /// <summary>Writes a picture with an XML declaration and without a document type.</summary>
    internal static byte[] Write(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            writer.WriteStartDocument();
            root.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end);
        return at < 0 ? default : text[(at + end.Length)..];
    }

    /// <summary>Whether a bracket comes before the end of the declaration; those in the quoted identifiers do not count.</summary>
    private static bool OpensSubset(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        foreach (var c in text)
        {
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '[' or '>')
            {
                return c == '[';
            }
        }

        return false;
    }
}
