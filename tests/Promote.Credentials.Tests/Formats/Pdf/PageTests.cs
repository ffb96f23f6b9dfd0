using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pdf;

[Trait("needs", "librsvg")]
[Trait("needs", "poppler")]
public sealed class PageTests
{
    [NeedsPopplerFact]
    public void A_drawn_page_is_one_page_of_A4_that_says_what_it_is()
    {
        var info = Tool.Print(Tool.PdfInfo, Page.Render(), "-isodates").Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("Pages: 1", info);
        Assert.Contains("Page size: 595.276 x 841.89 pts (A4)", info);
        Assert.Contains($"Title: {Page.Title}", info);
        Assert.Contains("Author: CoVE Bucharest", info);
        Assert.Contains("CreationDate: 2026-03-20T10:30:15Z", info);
        Assert.Contains("ModDate: 2026-03-20T10:30:15Z", info);
    }

    [NeedsPopplerFact]
    public void Its_text_is_text()
    {
        var text = Tool.Print(Tool.PdfText, Page.Render());
        Assert.Contains(Page.Title, text, StringComparison.Ordinal);
        Assert.Contains("Ioana Popescu", text, StringComparison.Ordinal);
    }

    [NeedsPopplerFact]
    public void One_picture_with_one_date_gives_one_PDF_also_from_many_threads()
    {
        var expected = Page.Render();
        Parallel.For(0, 20, _ => Assert.Equal(expected, Page.Render()));
        Assert.NotEqual(expected, Page.Render(Page.Metadata with { Created = Page.Metadata.Created.AddSeconds(1) }));
    }

    [NeedsPopplerFact]
    public void What_is_no_picture_or_no_page_is_refused()
    {
        Assert.Throws<InvalidPictureException>(() => Librsvg.RenderPdf("<svg"u8, Page.Width, Page.Height, Page.Metadata));
        foreach (var side in new[] { 0, double.NaN, double.PositiveInfinity, Librsvg.MaxPoints + 1 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Librsvg.RenderPdf("<svg/>"u8, side, Page.Height, Page.Metadata));
            Assert.Throws<ArgumentOutOfRangeException>(() => Librsvg.RenderPdf("<svg/>"u8, Page.Width, side, Page.Metadata));
        }
    }
}
