using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Formats.Pictures.Svg;
using Promote.Credentials.Formats.Qr;

namespace Promote.Credentials.Formats.Certificates;

/// <summary>
/// The one template of certificates: an upright sheet of A4 that needs nothing from elsewhere. Pages in documents, PDFs and SVG files
/// are all made of it. The same face gives the same bytes.
/// </summary>
public static class CertificateSvg
{
    // Four units are a millimetre.
    internal const int Width = 840;
    internal const int Height = 1188;

    private const int Margin = 76;
    private const int Inside = Width - (2 * Margin);
    private const int FootTop = 972;
    private const int QrSide = 132;

    private const string Ink = "#1a2027";
    private const string Soft = "#4d5761";
    private const string Line = "#d9d5cb";
    private const string Accent = "#1c4a7a";

    /// <summary>Draws the certificate.</summary>
    public static byte[] Write(CertificateFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        var svg = new XElement(
            SvgNames.Root,
            new XAttribute("viewBox", $"0 0 {Width} {Height}"),
            new XAttribute("width", "210mm"),
            new XAttribute("height", "297mm"),
            new XAttribute("preserveAspectRatio", "none"), // pixels are whole: without it a hair of nothing is left at an edge
            new XAttribute("font-family", "DejaVu Sans, Verdana, Noto Sans, sans-serif"),
            new XAttribute(XNamespace.Xml + "lang", face.Language),
            new XElement(SvgNames.Svg + "title", face.Title),
            Rectangle(0, 0, Width, Height, "#fff"),
            Rectangle(0, 0, 16, Height, Accent));
        var head = Head(face, svg);
        svg.Add(head.Elements);
        svg.Add(CertificateBody.Set(face, Margin, Inside, head.Bottom + 24, FootTop - 20).SelectMany(column => column.Elements));
        svg.Add(Foot(face));
        if (face.IsTest)
        {
            svg.Add(TestBand());
        }

        return SvgText.Write(svg);
    }

    private static PageColumn Head(CertificateFace face, XElement svg)
    {
        var logoWidth = face.Logo is { } logo ? DrawLogo(logo, svg) + 20 : 0;
        var issuer = new PageColumn(Margin + logoWidth, Inside - logoWidth, Margin).Text(face.Issuer, [19, 17, 15, 13], 2, Ink, isBold: true);
        svg.Add(issuer.Elements);
        return new PageColumn(Margin, Inside, Math.Max(issuer.Bottom, Margin + (face.Logo is null ? 0 : 64)) + 20)
            .Rule(Line)
            .Gap(30)
            .Text(face.Kind, [17], 1, Accent, isBold: true)
            .Gap(18)
            .Text(face.Learner, [40, 34, 29, 25, 21], 2, Ink, isBold: true)
            .Gap(8)
            .Text(CertificateWords.In(face.Language, CertificateWord.Earned), [16], 1, Soft)
            .Gap(12)
            .Text(face.Title, [31, 27, 24, 21, 18], 3, Accent, isBold: true)
            .Gap(12)
            .Text(face.Description, [15, 14, 13], 4, Soft);
    }

    private static IEnumerable<XElement> Foot(CertificateFace face)
    {
        var qr = XElement.Parse(QrCode.Svg(face.VerificationUrl));
        qr.SetAttributeValue("x", Margin - 10); // the quiet zone is part of the code
        qr.SetAttributeValue("y", FootTop + 14);
        qr.SetAttributeValue("width", QrSide);
        qr.SetAttributeValue("height", QrSide);
        return
        [
            .. new PageColumn(Margin, Inside, FootTop).Rule(Line).Elements,
            qr,
            .. new PageColumn(Margin + QrSide + 12, Inside - QrSide - 12, FootTop + 40)
                .Text(CertificateWords.In(face.Language, CertificateWord.Verify), [16, 14], 1, Ink, isBold: true)
                .Gap(6)
                .Text(face.VerificationUrl, [14, 12, 10, 8], 2, Accent)
                .Gap(6)
                .Text($"{CertificateWords.In(face.Language, CertificateWord.CredentialId)}: {face.ShortId}", [14], 1, Soft).Elements,
        ];
    }

    // As a picture, so that what an uploaded SVG styles is only itself.
    private static int DrawLogo(Picture logo, XElement svg)
    {
        const int Side = 64;
        const int MaxWidth = 180;
        var width = Math.Min(MaxWidth, (int)((double)Side * logo.Width / logo.Height));
        svg.Add(new XElement(
            SvgNames.Svg + "image",
            new XAttribute("x", Margin),
            new XAttribute("y", Margin),
            new XAttribute("width", width),
            new XAttribute("height", Side),
            new XAttribute("preserveAspectRatio", "xMinYMid"),
            new XAttribute("href", $"data:{logo.MediaType};base64,{Convert.ToBase64String(logo.Bytes.Span)}")));
        return width;
    }

    private static XElement TestBand() => new(
        SvgNames.Svg + "text",
        new XAttribute("transform", $"translate({Width / 2} {(Height / 2) + 90}) rotate(-35)"),
        new XAttribute("text-anchor", "middle"),
        new XAttribute("font-size", "240"),
        new XAttribute("font-weight", "bold"),
        new XAttribute("fill", "#8b1a1a"),
        new XAttribute("fill-opacity", "0.14"),
        "TEST");

    private static XElement Rectangle(int x, int y, int width, int height, string colour) => new(
        SvgNames.Svg + "rect", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height), new XAttribute("fill", colour));
}
