using System.Text;
using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>A page of A4 as the service draws one.</summary>
internal static class Page
{
    public const double Width = 595.276; // 210 mm
    public const double Height = 841.89; // 297 mm
    public const string Title = "Dynamic security – Siguranță dinamică";

    public static readonly PdfMetadata Metadata = new(Title, "CoVE Bucharest", "en", new(2026, 3, 20, 12, 30, 15, TimeSpan.FromHours(2)));

    private static readonly byte[] Svg = Encoding.UTF8.GetBytes(
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" font-family="DejaVu Sans">
          <rect width="210" height="297" fill="#fffdf7"/>
          <text x="20" y="40" font-size="8">{Title}</text>
          <text x="20" y="60" font-size="5">Ioana Popescu</text>
        </svg>
        """);

    public static byte[] Render() => Render(Metadata);

    public static byte[] Render(PdfMetadata metadata) => Librsvg.RenderPdf(Svg, Width, Height, metadata);
}
