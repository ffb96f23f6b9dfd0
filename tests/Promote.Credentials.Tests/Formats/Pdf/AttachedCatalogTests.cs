using Promote.Credentials.Formats.Pdf;

namespace Promote.Credentials.Tests.Formats.Pdf;

public sealed class AttachedCatalogTests
{
    [Fact]
    public void A_plain_catalog_gets_the_file_and_says_how_it_is_to_be_shown()
    {
        var catalog = Attached(PdfSample.Catalog, language: "ro");

        Assert.Equal(["Type", "Pages", "Names", "AF", "ViewerPreferences", "Lang", "Version"], catalog.Entries.Keys);
        Assert.Equal(
            "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [ (credential.json) 6 0 R ] >> >> /AF [ 6 0 R ] /ViewerPreferences << /DisplayDocTitle true >> /Lang (ro) /Version /1.7 >>",
            Written(catalog));
    }

    [Fact]
    public void What_the_catalog_says_already_stays()
    {
        var catalog = Attached("<< /Type /Catalog /Pages 2 0 R /Lang (tr-TR) /Version /2.0 /AF 4 0 R /Names << /Dests 3 0 R >> /ViewerPreferences << /DisplayDocTitle false /Zoom -.50 >> /X [ null true (\\)\\(\\\\) <ff> /A#20B ] >>", "en", "[ 3 0 R ]");

        Assert.Equal(
            "<< /Type /Catalog /Pages 2 0 R /Lang (tr-TR) /Version /2.0 /AF [ 3 0 R 6 0 R ] /Names << /Dests 3 0 R /EmbeddedFiles << /Names [ (credential.json) 6 0 R ] >> >> " +
            "/ViewerPreferences << /DisplayDocTitle false /Zoom -.50 >> /X [ null true (\\)\\(\\\\) <FF> /A#20B ] >>",
            Written(catalog));
    }

    [Fact]
    public void Without_a_language_none_is_written() => Assert.Null(Attached(PdfSample.Catalog, language: null)["Lang"]);

    private static PdfObject.Dictionary Attached(string catalog, string? language, string fourth = "null")
    {
        var pdf = PdfSample.Table([catalog, .. PdfSample.Pages, fourth]);
        return PdfDocument.Open(PdfAttachments.Attach(pdf, PdfSample.Credential, PdfSample.Modified, language), PdfAttachments.MaxPdfBytes).Catalog;
    }

    private static string Written(PdfObject value)
    {
        var target = new System.Buffers.ArrayBufferWriter<byte>();
        PdfWriter.Write(target, value);
        return PdfSample.Text(target.WrittenSpan.ToArray());
    }
}
