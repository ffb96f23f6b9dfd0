using Promote.Credentials.Formats.Pdf;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>Attachments as other writers make them, and as none should.</summary>
public sealed class EmbeddedFileTests
{
    private const string Tree = "<< /Names [(key) 5 0 R] >>";
    private const string Specification = "<< /F (f.txt) /EF << /F 6 0 R >> >>";

    private static readonly string File = PdfSample.Stream("abc"u8.ToArray());

    [Fact]
    public void Two_attachments_in_a_tree_with_limits_are_read() => Each(
        "<< /Kids [7 0 R 8 0 R] >>", "<< /F (one.txt) /UF <FEFF042F> /Desc (first) /EF << /F 6 0 R >> >>", File,
        ["<< /Limits [(a) (a)] /Names [(a) 5 0 R] >>", "<< /Limits [(b) (b)] /Kids [9 0 R] >>", "<< /Limits [(b) (b)] /Names [(b) << /Desc (second) /EF << /UF 10 0 R >> >>] >>", PdfSample.Deflated("def"u8.ToArray(), "/Subtype /text#2Fplain /Params << /Size 999 >>")],
        pdf => Assert.Collection(
            PdfSample.Read(pdf),
            one => PdfSample.Same(new("Я", "application/octet-stream", "first", "abc"u8.ToArray()), one),
            two => PdfSample.Same(new("b", "text/plain", "second", "def"u8.ToArray()), two)));

    [Fact]
    public void A_file_that_others_attached_stays_when_one_is_added() => Each(Tree, Specification, File, [], pdf =>
        Assert.Equal(["credential.json", "f.txt"], PdfSample.Read(PdfSample.Attach(pdf)).Select(file => file.FileName)));

    [Theory]
    [InlineData("<< >>")]
    [InlineData("<< /Names [] >>")]
    [InlineData("<< /Kids [] /Names null >>")]
    [InlineData("null")]
    public void An_empty_tree_is_no_attachment(string tree) => Each(tree, Specification, File, [], pdf => Assert.Empty(PdfSample.Read(pdf)));

    [Theory]
    [InlineData("[]")]
    [InlineData("<< /Names [(key)] >>")]
    [InlineData("<< /Names [/key 5 0 R] >>")]
    [InlineData("<< /Names (key) >>")]
    [InlineData("<< /Names [(key) 99 0 R] >>")]
    [InlineData("<< /Names [(key) 5 1 R] >>")]
    [InlineData("<< /Names [(key) (f.txt)] >>")]
    [InlineData("<< /Kids [4 0 R] >>")]
    [InlineData("<< /Kids [7 0 R 7 0 R] >>")]
    [InlineData("<< /Kids [7 0 R 8 0 R] >>")]
    [InlineData("<< /Kids [99 0 R] >>")]
    [InlineData("<< /Kids [5 0 R << /Names [] >>] >>")]
    [InlineData("<< /Kids [6 0 R] >>")]
    [InlineData("<< /Kids 7 0 R >>")]
    public void A_tree_that_is_none_is_refused(string tree) => Each(tree, Specification, File, ["<< /Kids [4 0 R] >>", "<< /Kids [7 0 R] >>"], pdf => PdfSample.Refused(pdf));

    [Theory]
    [InlineData("<< /Kids [7 0 R 7 0 R] >>", "<< >>")]
    [InlineData("<< /Kids [7 0 R] >>", "<< /Kids [7 0 R] >>")]
    public void A_node_that_two_share_or_that_is_above_itself_is_refused(string tree, string node) =>
        Each(tree, Specification, File, [node], pdf => PdfSample.Refused(pdf, "twice"));

    [Fact]
    public void A_tree_is_so_deep_and_no_deeper()
    {
        // Nodes 7, 8, … below node 4; the last is empty.
        string[] Chain(int nodes) => [.. Enumerable.Range(8, nodes - 1).Select(next => $"<< /Kids [{next} 0 R] >>"), "<< >>"];
        Each("<< /Kids [7 0 R] >>", Specification, File, Chain(PdfBudget.MaxDepth - 1), pdf => Assert.Empty(PdfSample.Read(pdf)));
        Each("<< /Kids [7 0 R] >>", Specification, File, Chain(PdfBudget.MaxDepth), pdf => PdfSample.Refused(pdf, "deep"));
    }

    [Theory]
    [InlineData("<< /F (f.txt) >>")]
    [InlineData("<< /F (f.txt) /EF << >> >>")]
    [InlineData("<< /F (f.txt) /EF << /F 4 0 R >> >>")]
    [InlineData("<< /F (f.txt) /EF << /F 6 0 R /UF 7 0 R >> >>")]
    [InlineData("<< /F /f.txt /EF << /F 6 0 R >> >>")]
    [InlineData("<< /F (f.txt) /Desc 7 /EF << /F 6 0 R >> >>")]
    [InlineData("7 0 R")]
    public void An_attachment_that_is_not_there_or_is_two_is_refused(string specification) => Each(Tree, specification, File, [PdfSample.Stream([1])], pdf => PdfSample.Refused(pdf));

    [Fact]
    public void References_that_lead_to_one_another_are_refused()
    {
        Each(Tree, "7 0 R", File, ["8 0 R", "7 0 R"], pdf => PdfSample.Refused(pdf, "circle"));
        Each(Tree, Specification, "<< /Length 7 0 R >>\nstream\nabc\nendstream", ["<< /Length 6 0 R >>\nstream\nabc\nendstream"], pdf => PdfSample.Refused(pdf, "circle"));
    }

    [Fact]
    public void A_length_may_stand_elsewhere() =>
        Each(Tree, Specification, "<< /Length 7 0 R >>\nstream\r\nabc\nendstream", ["3"], pdf => Assert.Equal("abc"u8.ToArray(), PdfSample.Only(pdf).Bytes.ToArray()));

    [Theory]
    [InlineData("<< >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length 2 >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length -3 >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length 3.0 >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length 2147483647 >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length 9999999999 >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length 3 >>\nstream\nabc\nendsteam")]
    [InlineData("<< /Length 3 /Filter /FlateDecode >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length 0 /Filter /FlateDecode >>\nstream\n\nendstream")]
    [InlineData("<< /Length 3 /Filter /ASCIIHexDecode >>\nstream\n61>\nendstream")]
    [InlineData("<< /Length 3 /Filter [/Crypt] >>\nstream\nabc\nendstream")]
    [InlineData("<< /Length 3 /Subtype (text/plain) >>\nstream\nabc\nendstream")]
    public void Content_that_cannot_be_read_is_refused(string file) => Each(Tree, Specification, file, [], pdf => PdfSample.Refused(pdf));

    [Fact]
    public void The_end_of_a_line_may_be_counted_with_compressed_content_and_nothing_else()
    {
        var data = PdfSample.Text(Pictures.PngSample.Deflated("abc"u8.ToArray()));
        string Stream(string content) => PdfSample.Stream(PdfSample.Bytes(content), "/Filter /FlateDecode");
        Each(Tree, Specification, Stream(data + "\r\n"), [], pdf => Assert.Equal("abc"u8.ToArray(), PdfSample.Only(pdf).Bytes.ToArray()));
        Each(Tree, Specification, Stream(data + "x"), [], pdf => PdfSample.Refused(pdf));
        Each(Tree, Specification, Stream(data[..^1]), [], pdf => PdfSample.Refused(pdf));
        Each(Tree, Specification, Stream(data[..^5]), [], pdf => PdfSample.Refused(pdf));
    }

    [Fact]
    public void The_limit_counts_everything_that_is_decompressed()
    {
        var pdf = PdfSample.Attach(PdfSample.Blank[1], PdfSample.Credential with { Bytes = new byte[1000] });
        Assert.True(PdfAttachments.TryRead(pdf, out _, maxBytes: 1500));
        Assert.Throws<InvalidPdfException>(() => PdfAttachments.TryRead(pdf, out _, maxBytes: 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => PdfAttachments.TryRead(pdf, out _, maxBytes: -1));
    }

    /// <summary>The same PDF in both kinds of cross-references: 4 is the tree, 5 the specification, 6 the file, and what follows.</summary>
    private static void Each(string tree, string specification, string file, string[] more, Action<byte[]> check)
    {
        string[] objects = ["<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>", .. PdfSample.Pages, tree, specification, file, .. more];
        check(PdfSample.Table(objects));
        check(PdfSample.Streams(objects));
    }
}
