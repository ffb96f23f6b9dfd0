using System.Security.Cryptography;
using Promote.Credentials.Formats.Pdf;

namespace Promote.Credentials.Tests.Formats.Pdf;

public sealed class PdfUpdateTests
{
    private const string Information = "/Root 1 0 R /Info 4 0 R /ID [<0011> (old)]";

    private static readonly string[] Objects = [PdfSample.Catalog, .. PdfSample.Pages, "<< /Title (x) >>"];

    [Fact]
    public void A_table_is_updated_by_a_table()
    {
        var pdf = PdfSample.Table(Objects, Information);
        var update = PdfSample.Text(PdfSample.Attach(pdf)[pdf.Length..]);

        Assert.Equal(
            """
            5 0 obj
            << /Type /EmbeddedFile /Subtype /application#2Fld+json /Params << /Size 7 /CreationDate (D:20260320103015Z) /ModDate (D:20260320103015Z) >> /Length 7 >>
            stream
            {"a":1}
            endstream
            endobj
            6 0 obj
            << /Type /Filespec /F (credential.json) /UF (credential.json) /Desc (The credential) /AFRelationship /Source /EF << /F 5 0 R /UF 5 0 R >> >>
            endobj
            1 0 obj
            """,
            update[..update.IndexOf("\n<< /Type /Catalog", StringComparison.Ordinal)]);
        Assert.Matches(
            $@"xref\n1 1\n\d{{10}} 00000 n \n5 1\n\d{{10}} 00000 n \n6 1\n\d{{10}} 00000 n \ntrailer\n<< /Root 1 0 R /Info 4 0 R /Size 7 /Prev {Start(pdf)} /ID \[ <0011> \S+ \] >>\nstartxref\n\d+\n%%EOF\n$",
            update);
    }

    [Fact]
    public void A_stream_is_updated_by_a_stream()
    {
        var pdf = PdfSample.Streams(Objects, Information);
        var attached = PdfSample.Attach(pdf);
        var update = PdfSample.Text(attached[pdf.Length..]);

        Assert.DoesNotContain("trailer", update, StringComparison.Ordinal);
        Assert.Contains(
            $"9 0 obj\n<< /Root 1 0 R /Info 4 0 R /Size 10 /Prev {Start(pdf)} /ID [ <0011> ", update, StringComparison.Ordinal);
        Assert.Contains("/Type /XRef /Index [ 1 1 7 1 8 1 9 1 ] /W [ 1 4 2 ] /Length 28 >>\nstream\n", update, StringComparison.Ordinal);
        Assert.True(PdfDocument.Open(attached, PdfAttachments.MaxPdfBytes).Xref.IsStream);
    }

    [Fact]
    public void The_identifier_keeps_its_first_part_and_tells_each_state()
    {
        var pdf = PdfSample.Table(Objects, Information);
        var states = new[] { PdfSample.Attach(pdf), PdfSample.Attach(pdf, PdfSample.Credential with { Description = "" }), PdfSample.Attach(PdfSample.Attach(pdf)) }.Select(state =>
        {
            var id = Assert.IsType<PdfObject.Array>(PdfDocument.Open(state, PdfAttachments.MaxPdfBytes).Xref.Trailer["ID"]).Items.Cast<PdfObject.String>().ToList();
            Assert.Equal([0x00, 0x11], id[0].Bytes);
            return Convert.ToHexString(id[1].Bytes);
        });
        Assert.Equal(3, states.Distinct().Count());
    }

    [Fact]
    public void A_file_that_does_not_end_its_last_line_is_continued_in_a_new_one()
    {
        var pdf = PdfSample.Blank[0][..^1];
        Assert.StartsWith("\n4 0 obj", PdfSample.Text(PdfSample.Attach(pdf)[pdf.Length..]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attachment_is_compressed_where_that_makes_it_smaller()
    {
        var noise = SHA256.HashData("noise"u8);
        Assert.Contains("/FlateDecode", PdfSample.Text(PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { Bytes = new byte[1000] })), StringComparison.Ordinal);
        Assert.DoesNotContain("/FlateDecode", PdfSample.Text(PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { Bytes = noise })), StringComparison.Ordinal);
    }

    private static int Start(byte[] pdf) => PdfDocument.Open(pdf, PdfAttachments.MaxPdfBytes).Xref.Start;
}
