namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>qpdf examines every object and cross-reference of a file.</summary>
[Trait("needs", "qpdf")]
public sealed class QpdfTests
{
    [NeedsQpdfFact]
    public void It_finds_nothing_wrong_with_one_attachment_or_three_in_both_kinds_of_files() => Assert.All(PdfSample.Blank, pdf =>
    {
        var one = PdfSample.Attach(pdf);
        var three = PdfSample.Attach(PdfSample.Attach(one), PdfSample.Credential with { FileName = "Ж.json", Bytes = new byte[5000] });
        foreach (var state in new[] { pdf, one, three })
        {
            Assert.Contains("No syntax or stream encoding errors found", Tool.Print(Tool.Qpdf, state, "--check"), StringComparison.Ordinal);
        }
    });

    [NeedsQpdfFact]
    public void It_saves_three_attachments_and_all_are_read_again() => Assert.All(PdfSample.Blank, pdf =>
    {
        var three = PdfSample.Attach(PdfSample.Attach(PdfSample.Attach(pdf)), PdfSample.Credential with { FileName = "Ж.json", Bytes = new byte[5000] });
        foreach (var mode in new[] { "--object-streams=generate", "--object-streams=disable", "--linearize" })
        {
            var read = PdfSample.Read(Tool.Rewrite(three, mode));
            Assert.Equal(["credential.json", "credential.json", "Ж.json"], read.Select(file => file.FileName));
            Assert.Equal([7, 7, 5000], read.Select(file => file.Bytes.Length));
        }
    });
}
