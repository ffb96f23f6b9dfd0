using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Baking;

/// <summary>The element that holds a badge in an SVG (OB 3.0 §5.3.2, OB 2.0 baking).</summary>
internal static class BadgeElement
{
    internal const string Prefix = "openbadges";

    private static readonly XNamespace OpenBadges3 = "https://purl.imsglobal.org/ob/v3p0";
    private static readonly XNamespace OpenBadges2 = "http://openbadges.org";

    internal static XNamespace Namespace(BakedKind kind) => kind == BakedKind.OpenBadges3 ? OpenBadges3 : OpenBadges2;

    internal static BakedKind? KindOf(XName name) =>
        name == Name(BakedKind.OpenBadges3) ? BakedKind.OpenBadges3
        : name == Name(BakedKind.OpenBadges2) ? BakedKind.OpenBadges2
        : null;

    /// <summary>The element with this credential inside; null for text that XML cannot hold.</summary>
    internal static XElement? Write(BakedKind kind, ReadOnlySpan<byte> credential)
    {
        var text = Encoding.UTF8.GetString(credential);
        // Bytes that are not UTF-8 would come back as others, and XML has no U+FFFE, U+FFFF and most control characters.
        if (!Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(credential) || !IsXml(text))
        {
            return null;
        }

        var element = new XElement(Name(kind));
        if (BakedBadge.FormOf(credential) != BakedForm.Json)
        {
            // An attribute keeps no line breaks; neither a JWS nor a URL has any.
            element.SetAttributeValue("verify", text);
            return text.Any(char.IsWhiteSpace) ? null : element;
        }

        if (kind == BakedKind.OpenBadges2)
        {
            element.SetAttributeValue("verify", HostedAt(credential));
        }

        element.Add(CharacterData(text));
        return element;
    }

    /// <summary>
    /// What the element holds. Between the first and the last CDATA section every character counts; white space around them,
    /// and around text without CDATA, is layout.
    /// </summary>
    internal static PictureRefusal? Read(XElement element, BakedKind kind, out BakedBadge? badge)
    {
        badge = null;
        if (element.HasElements)
        {
            return new(PictureError.InvalidBadge, $"The {element.Name.LocalName} element of the SVG holds other elements.");
        }

        var text = Content(element);
        if (text.Length == 0)
        {
            text = (string?)element.Attribute("verify") ?? "";
        }

        var credential = Encoding.UTF8.GetBytes(text);
        badge = BakedBadge.Of(kind, credential);
        return BakedBadge.CheckCredential(credential);
    }

    private static XName Name(BakedKind kind) => Namespace(kind) + (kind == BakedKind.OpenBadges3 ? "credential" : "assertion");

    private static string Content(XElement element)
    {
        List<XText> texts = [.. element.Nodes().OfType<XText>()];
        var first = texts.FindIndex(IsCharacterData);
        var end = texts.FindLastIndex(IsCharacterData) + 1;
        var isLayoutAround = first >= 0 && texts[..first].TrueForAll(IsSpace) && texts[end..].TrueForAll(IsSpace);
        return isLayoutAround ? Joined(texts[first..end]) : Joined(texts).Trim();
    }

    private static bool IsCharacterData(XText node) => node is XCData;

    private static bool IsSpace(XText node) => string.IsNullOrWhiteSpace(node.Value);

    private static string Joined(List<XText> texts) => string.Concat(texts.Select(text => text.Value));

    /// <summary>CDATA sections with each carriage return as a character reference between them: a parser reads a raw one as a line feed (XML §2.11).</summary>
    private static IEnumerable<XText> CharacterData(string text)
    {
        var lines = text.Split('\r');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                yield return new XText("\r");
            }

            // The writer splits "]]>" over two sections.
            yield return new XCData(lines[i]);
        }
    }

    private static bool IsXml(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>The address of a hosted assertion, which verifiers fetch rather than believe the copy.</summary>
    private static string? HostedAt(ReadOnlySpan<byte> json)
    {
        try
        {
            using var assertion = StrictJson.Parse(json.ToArray(), BakedBadge.MaxBytes);
            return assertion.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (MalformedJsonException)
        {
            return null;
        }
    }
}
