using Promote.Credentials.Formats.Pdf;

namespace Promote.Credentials.Tests.Formats.Pdf;

public sealed class XrefTests
{
    private static readonly string[] Objects = [PdfSample.Catalog, .. PdfSample.Pages];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rows_of_every_PNG_filter_are_read(byte filter) => Assert.Empty(PdfSample.Read(PdfSample.Streams(Objects, predict: (rows, width) =>
        (PngRows.Filter(rows, width, filter), $"/DecodeParms [<< /Predictor {10 + filter} /Columns {width} >>]"))));

    [Theory]
    [InlineData("/Predictor 2 /Columns 5")]
    [InlineData("/Predictor 12 /Columns 0")]
    [InlineData("/Predictor 12 /Columns 2147483647 /Colors 32 /BitsPerComponent 16")]
    [InlineData("/Predictor 12 /Columns 5 /Colors 33")]
    [InlineData("/Predictor 12 /Columns 5 /BitsPerComponent 7")]
    [InlineData("/Predictor 12 /Columns 4")]
    [InlineData("/Predictor -1")]
    [InlineData("/Predictor (12)")]
    public void A_predictor_that_fits_nothing_is_refused(string parameters) =>
        PdfSample.Refused(PdfSample.Streams(Objects, predict: (rows, width) => (PngRows.Filter(rows, width, 2), $"/DecodeParms << {parameters} >>")));

    [Fact]
    public void A_row_with_a_filter_that_PNG_does_not_have_is_refused() => PdfSample.Refused(PdfSample.Streams(Objects, predict: (rows, width) =>
        (PngRows.Filter(rows, width, 5), $"/DecodeParms << /Predictor 15 /Columns {width} >>")), "filter");

    [Theory]
    [InlineData("/Root 1 0 R /Prev {xref}")]
    [InlineData("/Root 1 0 R /Prev 99999999")]
    [InlineData("/Root 1 0 R /Prev -1")]
    [InlineData("/Root 1 0 R /Prev 1 0 R")]
    [InlineData("/Root 1 0 R /Prev 9")]
    [InlineData("/Root 9 0 R")]
    [InlineData("/Root << /Type /Catalog >>")]
    [InlineData("/Root 2 0 R")]
    [InlineData("/Info 1 0 R")]
    public void A_trailer_that_leads_nowhere_or_round_in_a_circle_is_refused(string trailer)
    {
        PdfSample.Refused(PdfSample.Table(Objects, trailer));
        PdfSample.Refused(PdfSample.Streams(Objects, trailer));
        Assert.Throws<InvalidPdfException>(() => PdfSample.Attach(PdfSample.Table(Objects, trailer)));
    }

    [Theory]
    [InlineData("/XRefStm {xref}")]
    [InlineData("/XRefStm 99999999")]
    public void A_hidden_stream_that_is_none_is_refused(string hidden) => PdfSample.Refused(PdfSample.Table(Objects, $"{PdfSample.Root} {hidden}"));

    [Fact]
    public void Where_no_numbers_are_left_nothing_is_attached()
    {
        foreach (var size in new[] { PdfBudget.MaxNumber - 2, int.MaxValue })
        {
            var pdf = PdfSample.Bytes(PdfSample.Text(PdfSample.Blank[0]).Replace("/Size 4", $"/Size {size}", StringComparison.Ordinal));
            Assert.Empty(PdfSample.Read(pdf));
            Assert.Throws<InvalidPdfException>(() => PdfSample.Attach(pdf));
        }
    }

    [Fact]
    public void An_encrypted_PDF_is_refused()
    {
        var before = PdfSample.Table(Objects, $"{PdfSample.Root} /Encrypt 4 0 R");
        var hidden = PdfSample.Bytes($"{PdfSample.Text(before)}xref\n0 0\ntrailer << {PdfSample.Root} /Prev {PdfSample.Text(before).LastIndexOf("xref\n0", StringComparison.Ordinal)} >>\nstartxref\n{before.Length}\n%%EOF");
        foreach (var pdf in new[] { before, hidden, PdfSample.Streams(Objects, $"{PdfSample.Root} /Encrypt << /Filter /Standard >>") })
        {
            PdfSample.Refused(pdf, "encrypted");
            Assert.Throws<InvalidPdfException>(() => PdfSample.Attach(pdf));
        }
    }

    [Fact]
    public void So_many_updates_are_read_and_no_more()
    {
        foreach (var pdf in PdfSample.Blank)
        {
            var updated = Enumerable.Range(1, PdfBudget.MaxDepth - 1).Aggregate(pdf, (state, _) => PdfSample.Attach(state));
            Assert.Equal(PdfBudget.MaxDepth - 1, PdfSample.Read(updated).Count);
            PdfSample.Refused(PdfSample.Attach(updated), "32 sections");
        }
    }

    [Fact]
    public void A_file_for_old_and_new_readers_is_read_as_new_ones_do_and_gets_its_attachment()
    {
        // Old readers believe the table, in which the catalog has no attachment and the object that has is free.
        var pdf = PdfSample.Text(PdfSample.Table([PdfSample.Catalog, .. PdfSample.Pages, "<< /EmbeddedFiles << /Names [(a) << /F (a.txt) /EF << /F 5 0 R >> >>] >> >>", PdfSample.Stream([65])]));
        pdf = pdf.Replace("/Pages 2 0 R >>", "/Names 4 0 R >>", StringComparison.Ordinal);
        var place = pdf.IndexOf("4 0 obj", StringComparison.Ordinal);
        var table = pdf.IndexOf("xref\n", StringComparison.Ordinal);
        var hidden = PdfSample.Stream([1, (byte)(place >> 8), (byte)place, 0], "/Type /XRef /Size 7 /Index [4 1] /W [1 2 1]");
        pdf = $"{pdf[..table]}6 0 obj\n{hidden}\nendobj\n{pdf[table..]}"
            .Replace($"{place:D10} 00000 n", "0000000000 00000 f", StringComparison.Ordinal)
            .Replace("/Root 1 0 R", $"/Root 1 0 R /XRefStm {table}", StringComparison.Ordinal);
        pdf = pdf.Replace($"startxref\n{table}", $"startxref\n{pdf.LastIndexOf("xref\n0", StringComparison.Ordinal)}", StringComparison.Ordinal);

        Assert.Equal("a.txt", PdfSample.Only(PdfSample.Bytes(pdf)).FileName);
        Assert.Equal(["a.txt", "credential.json"], PdfSample.Read(PdfSample.Attach(PdfSample.Bytes(pdf))).Select(file => file.FileName));
    }

    [Theory]
    [InlineData("%%EOF\n", "%%EOF\nx")]
    [InlineData("%%EOF\n", "%%EOF\n<html>")]
    [InlineData("%%EOF\n", "")]
    [InlineData("startxref\n", "startxref\n1")]
    [InlineData("startxref\n", "startxref\n99999999999")]
    [InlineData("startxref\n", "startxref\n-")]
    [InlineData("xref\n0 4\n", "xref\n0 5\n")]
    [InlineData("xref\n0 4\n", "xref\n0 3\n")]
    [InlineData("xref\n0 4\n", "xref\n0 2147483647\n")]
    [InlineData("xref\n0 4\n", "xref\n2147483647 4\n")]
    [InlineData("xref\n0 4\n", "xref\n1 4\n")]
    [InlineData("xref\n0 4\n", "xref\n8388605 4\n")]
    [InlineData("00000 n \n", "00000 x \n")]
    [InlineData("00000 n \n", "00000 n\n")]
    [InlineData("00000 n \n", "00001 n \n")]
    [InlineData("0000000009", "9999999999")]
    [InlineData("0000000009", "0000000010")]
    [InlineData("trailer\n<<", "trailer\n[<<")]
    [InlineData("trailer\n<<", "trailer\n<< /Root 2 0 R")]
    public void A_table_that_is_not_as_it_should_be_is_refused(string old, string changed)
    {
        var pdf = PdfSample.Bytes(PdfSample.Text(PdfSample.Blank[0]).Replace(old, changed, StringComparison.Ordinal));
        PdfSample.Refused(pdf);
        Assert.Throws<InvalidPdfException>(() => PdfSample.Attach(pdf));
    }

    [Theory]
    [InlineData("/W [1 3 1]", "/W [0 0 0]")]
    [InlineData("/W [1 3 1]", "/W [1 3 9]")]
    [InlineData("/W [1 3 1]", "/W [1 3]")]
    [InlineData("/W [1 3 1]", "/W [1 3 (1)]")]
    [InlineData("/W [1 3 1]", "/V [1 3 1]")]
    [InlineData("/W [1 3 1]", "/W [1 3 1] /Index [0 7]")]
    [InlineData("/W [1 3 1]", "/W [1 3 1] /Index [0]")]
    [InlineData("/W [1 3 1]", "/W [1 3 1] /Index [2147483647 4]")]
    [InlineData("/W [1 3 1]", "/W [1 3 1] /Index [0 2147483647]")]
    [InlineData("/Size 6", "/Size 2147483647")]
    [InlineData("/Type /XRef", "/Type /XXXX")]
    [InlineData("/Type /ObjStm", "/Type /Object")]
    [InlineData("/N 3", "/N 2147483647")]
    [InlineData("/N 3", "/N 0")]
    [InlineData("/N 3", "/N 1 0 R")]
    [InlineData("/Filter /FlateDecode", "/Filter /LZWDecode")]
    [InlineData("/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]")]
    [InlineData("/Filter /FlateDecode", "/Filter /FlateDecode /F (other.bin)")]
    [InlineData("/Filter /FlateDecode", "")]
    [InlineData("stream\n", "stream\r")]
    public void A_stream_that_is_not_as_it_should_be_is_refused(string old, string changed)
    {
        var pdf = PdfSample.Text(PdfSample.Blank[1]);
        Assert.Contains(old, pdf, StringComparison.Ordinal);
        var table = pdf.LastIndexOf("5 0 obj", StringComparison.Ordinal);
        pdf = pdf.Replace(old, changed, StringComparison.Ordinal);
        PdfSample.Refused(PdfSample.Bytes(pdf.Replace($"startxref\n{table}", $"startxref\n{pdf.LastIndexOf("5 0 obj", StringComparison.Ordinal)}", StringComparison.Ordinal)));
    }
}
