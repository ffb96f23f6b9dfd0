using System.Text;
using Promote.Credentials.Formats.Pdf;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>What other programs find in our PDFs, and we in theirs.</summary>
[Trait("needs", "librsvg")]
[Trait("needs", "poppler")]
[Trait("needs", "qpdf")]
public sealed class PdfToolsTests
{
    /// <summary>The ways in which qpdf saves a PDF.</summary>
    private static readonly string[][] Modes =
    [
        ["--object-streams=preserve"],
        ["--object-streams=disable"],
        ["--object-streams=generate"],
        ["--object-streams=generate", "--recompress-flate", "--compression-level=9"],
        ["--object-streams=generate", "--stream-data=uncompress"],
        ["--linearize"],
        ["--linearize", "--object-streams=generate"],
        ["--linearize", "--object-streams=disable", "--stream-data=uncompress"],
        ["--qdf"],
        ["--qdf", "--object-streams=generate"],
        ["--newline-before-endstream", "--force-version=2.0"],
    ];

    private static readonly PdfAttachment Badge = new(
        "удостоверение-öğrenim.json", "application/vc+ld+json", "Signed: „Siguranță dinamică” – İmzalı – Подписано", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":\"ș\"}\r\n", 500))));

    [NeedsPdfToolsFact]
    public void A_page_keeps_its_text_and_gives_the_file_back_byte_for_byte()
    {
        var page = Page.Render();
        var attached = Attach(page);

        Assert.Equal(page, attached[..page.Length]);
        PdfSample.Same(Badge, PdfSample.Only(attached));
        Assert.Equal(Tool.Print(Tool.PdfText, page), Tool.Print(Tool.PdfText, attached));
        Assert.Contains("Ioana Popescu", Tool.Print(Tool.PdfText, attached), StringComparison.Ordinal);
        Assert.Equal(Badge.Bytes.ToArray(), Detach(attached, 1));
        Assert.Contains($"Title:           {Page.Title}", Tool.Print(Tool.PdfInfo, attached), StringComparison.Ordinal);
    }

    [NeedsPdfToolsFact]
    public void Poppler_saves_every_file_under_its_name()
    {
        using var tool = new Tool();
        var pdf = PdfSample.Attach(PdfSample.Attach(Page.Render()), PdfSample.Credential with { FileName = "second (2).txt", Bytes = "2"u8.ToArray() });
        var folder = Directory.CreateDirectory(tool.PathOf("files")).FullName;

        tool.Run(Tool.PdfDetach, "-saveall", "-o", folder, tool.Put("in.pdf", pdf));

        Assert.Equal(["credential.json", "second (2).txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(PdfSample.Credential.Bytes.ToArray(), File.ReadAllBytes(Path.Combine(folder, "credential.json")));
        Assert.Equal("2"u8.ToArray(), File.ReadAllBytes(Path.Combine(folder, "second (2).txt")));
    }

    [NeedsPdfToolsFact]
    public void Other_programs_show_the_name_and_the_description()
    {
        var attached = Attach(Page.Render());
        Assert.Contains($"1: {Badge.FileName}", Tool.Print(Tool.PdfDetach, attached, "-list", "-enc", "UTF-8"), StringComparison.Ordinal);
        var listed = Tool.Print(Tool.Qpdf, attached, "--list-attachments", "--verbose");
        Assert.Contains($"description: {Badge.Description}", listed, StringComparison.Ordinal);
        Assert.Contains($"/UF -> {Badge.FileName}", listed, StringComparison.Ordinal);
    }

    [NeedsPdfToolsFact]
    public void However_qpdf_saved_it_before_the_file_is_attached_and_qpdf_is_content() => Assert.All(Modes, mode =>
    {
        var saved = Tool.Rewrite(Page.Render(), mode);
        var attached = Attach(saved);

        Assert.Equal(saved, attached[..saved.Length]);
        PdfSample.Same(Badge, PdfSample.Only(attached));
        Assert.Contains("No syntax or stream encoding errors found", Tool.Print(Tool.Qpdf, attached, "--check"), StringComparison.Ordinal);
        Assert.Equal(Badge.Bytes.ToArray(), Detach(attached, 1));
        Assert.Contains("Ioana Popescu", Tool.Print(Tool.PdfText, attached), StringComparison.Ordinal);
    });

    [NeedsPdfToolsFact]
    public void However_qpdf_saves_it_afterwards_the_file_is_read_and_another_attached() => Assert.All(Modes, mode =>
    {
        var saved = Tool.Rewrite(Attach(Page.Render()), mode);
        PdfSample.Same(Badge, PdfSample.Only(saved));

        var both = PdfSample.Attach(saved);
        Assert.Equal(["credential.json", Badge.FileName], PdfSample.Read(both).Select(file => file.FileName));
        Assert.Equal(PdfSample.Credential.Bytes.ToArray(), Detach(both, 1));
        Assert.Equal(Badge.Bytes.ToArray(), Detach(both, 2));
        Assert.Contains("No syntax or stream encoding errors found", Tool.Print(Tool.Qpdf, both, "--check"), StringComparison.Ordinal);
    });

    [NeedsPdfToolsFact]
    public void Two_files_that_qpdf_attached_are_read()
    {
        using var tool = new Tool();
        var (one, two, pdf, output) = (tool.Put("one.json", Badge.Bytes.ToArray()), tool.Put("two.xml", "<a/>"u8.ToArray()), tool.Put("in.pdf", Page.Render()), tool.PathOf("out.pdf"));
        tool.Run(
            Tool.Qpdf, pdf, "--add-attachment", one, "--filename=Öğrenim.json", "--mimetype=application/json", "--description=İlk", "--",
            "--add-attachment", two, "--key=0", "--mimetype=text/xml", "--", output);

        Assert.Collection(
            PdfSample.Read(File.ReadAllBytes(output)),
            first => PdfSample.Same(new("two.xml", "text/xml", "", "<a/>"u8.ToArray()), first),
            second => PdfSample.Same(new("Öğrenim.json", "application/json", "İlk", Badge.Bytes), second));
    }

    [NeedsPdfToolsFact]
    public void A_PDF_that_qpdf_encrypted_is_refused()
    {
        foreach (var algorithm in new[] { "128 --use-aes=y", "256" })
        {
            using var tool = new Tool();
            tool.Run(Tool.Qpdf, ["--allow-weak-crypto", "--encrypt", "", "owner", .. algorithm.Split(' '), "--", tool.Put("in.pdf", Attach(Page.Render())), tool.PathOf("out.pdf")]);
            var encrypted = File.ReadAllBytes(tool.PathOf("out.pdf"));

            PdfSample.Refused(encrypted, "encrypted");
            Assert.Throws<InvalidPdfException>(() => Attach(encrypted));
        }
    }

    private static byte[] Attach(byte[] pdf) => PdfAttachments.Attach(pdf, Badge, PdfSample.Modified, "ro");

    private static byte[] Detach(byte[] pdf, int number)
    {
        using var tool = new Tool();
        tool.Run(Tool.PdfDetach, "-save", $"{number}", "-o", tool.PathOf("file"), tool.Put("in.pdf", pdf));
        return File.ReadAllBytes(tool.PathOf("file"));
    }
}
