using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Tests.Formats.Pictures;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>Files that want to stop the reader, crash it or use it up.</summary>
public sealed class HostilePdfTests
{
    private const int Swollen = 64 << 20;

    [Fact]
    public void A_PDF_cut_off_anywhere_is_refused_unless_it_is_the_whole_document_before() => Assert.All(PdfSample.Blank, pdf =>
    {
        var attached = PdfSample.Attach(pdf);
        for (var length = "%PDF-".Length; length < attached.Length; length++)
        {
            var part = attached[..length];
            if (length == attached.Length - 1)
            {
                PdfSample.Same(PdfSample.Credential, PdfSample.Only(part)); // only the last line end is missing
            }
            else if (length == pdf.Length || length == pdf.Length - 1)
            {
                Assert.Empty(PdfSample.Read(part));
            }
            else
            {
                PdfSample.Refused(part);
            }
        }
    });

    [Fact]
    public void Any_flipped_byte_gives_attachments_or_a_refusal_and_nothing_else() => Assert.All(PdfSample.Blank, pdf =>
    {
        var attached = PdfSample.Attach(PdfSample.Attach(pdf, PdfSample.Credential with { Bytes = new byte[300] }));
        for (var at = 0; at < attached.Length; at++)
        {
            foreach (var bits in new byte[] { 0x01, 0x10, 0xFF })
            {
                var changed = (byte[])attached.Clone();
                changed[at] ^= bits;
                Try(changed);
            }
        }
    });

    [Fact]
    public void Any_piece_moved_elsewhere_gives_attachments_or_a_refusal_and_nothing_else() => Properties.ForAll(
        from pdf in Gen.Elements(PdfSample.Blank.Select(blank => PdfSample.Attach(blank)).ToArray())
        from first in Gen.Choose(0, pdf.Length)
        from second in Gen.Choose(0, pdf.Length)
        from length in Gen.Choose(0, 60)
        select (byte[])[.. pdf[..first], .. pdf[second..Math.Min(second + length, pdf.Length)], .. pdf[Math.Min(first + length, pdf.Length)..]], Try, runs: 3000);

    [Fact]
    public void An_attachment_that_swells_is_refused_at_the_limit() => RefusedCheaply(PdfSample.Table(
    [
        "<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(a) << /EF << /F 2 0 R >> >>] >> >> >>",
        PdfSample.Stream(PngSample.Deflated((long)Swollen), "/Filter /FlateDecode"),
    ]));

    [Fact]
    public void Cross_references_that_swell_are_refused_at_the_limit() => RefusedCheaply(PdfSample.Streams(
        ["<< /Type /Catalog >>"], predict: (_, _) => (new byte[Swollen], "/Index [0 9999999]")));

    [Fact]
    public void More_cross_references_than_bytes_are_refused() => Assert.Contains("cross-references", PdfSample.Refused(PdfSample.Streams(
        ["<< /Type /Catalog >>"], predict: (_, _) => (new byte[5_000_000], "/Index [0 1000000]"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Objects_that_lie_in_the_strings_of_others_are_not_read_over_and_over()
    {
        const int Count = 20_000;
        var file = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        void Begin(string value)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj {value}");
        }

        Begin("<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >> endobj ");
        Begin($"<< /Kids [{string.Concat(Enumerable.Range(3, Count).Select(kid => $"{kid} 0 R "))}] >> endobj ");
        for (var i = 0; i < Count; i++)
        {
            Begin("<< /A (");
        }

        file.Insert(file.Length, ") >> endobj ", Count);
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n1 {offsets.Count}\n").AppendJoin("", offsets.Select(offset => $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Root 1 0 R >>\nstartxref\n{start}\n%%EOF");

        PdfSample.Refused(PdfSample.Bytes(file.ToString()), "over one another");
    }

    private static void Try(byte[] pdf)
    {
        try
        {
            PdfAttachments.TryRead(pdf, out _);
        }
        catch (InvalidPdfException refusal)
        {
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        }

        try
        {
            PdfSample.Attach(pdf);
        }
        catch (InvalidPdfException)
        {
        }
    }

    private static void RefusedCheaply(byte[] pdf)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PdfSample.Refused(pdf, "decompressed");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 6L * PdfAttachments.MaxPdfBytes);
    }
}
