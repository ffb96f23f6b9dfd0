using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Formats.Certificates;

/// <summary>A certificate as the picture that viewers of European Digital Credentials show.</summary>
public static class PagePicture
{
    /// <summary>Pixels of A4 at 100 dots an inch.</summary>
    internal const int Width = 827;
    internal const int Height = 1169;

    private static readonly Lazy<byte[]> Test = new(ReadTestPage);

    /// <summary>A page that says TEST and nothing else, for development where nothing can be drawn.</summary>
    public static ReadOnlySpan<byte> TestPage => Test.Value;

    /// <summary>Draws the page; PNG.</summary>
    /// <exception cref="InvalidOperationException">Nothing can be drawn here: see <see cref="Rendering"/>.</exception>
    public static byte[] Render(CertificateFace face) => Librsvg.RenderPage(CertificateSvg.Write(face), Width, Height);

    private static byte[] ReadTestPage()
    {
        using var stream = typeof(PagePicture).Assembly.GetManifestResourceStream("certificates/test-page.png")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
