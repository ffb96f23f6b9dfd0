using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Pdf;

public sealed class PdfAttachmentsTests
{
    private static readonly Gen<string> Texts = Gen.Elements("a", "Z", ".", " ", "(", ")", "((", "#", "%", "<", ">>", "ș", "Ж", "ğ", "İ", "日本", "🏅", "þÿ", "\u00AD", "€", "'", "R", "endobj").ListOf().Select(parts => string.Concat(parts.Take(30)));

    [Fact]
    public void Whatever_is_attached_comes_out_byte_for_byte_and_the_document_stays_in_front() => Properties.ForAll(
        from pdf in Gen.Elements(PdfSample.Blank.ToArray())
        from name in Texts
        from description in Texts
        from type in Gen.Elements("application/json", "application/vc+ld+json", "a/b#(c)%", "text/plain;charset=utf-8")
        from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()
        from repeated in Gen.Choose(1, 50)
        select (pdf, file: new PdfAttachment(name + "x", type, description, Enumerable.Repeat(bytes, repeated).SelectMany(part => part).ToArray())), sample =>
        {
            var attached = PdfSample.Attach(sample.pdf, sample.file);
            Assert.Equal(sample.pdf, attached[..sample.pdf.Length]);
            PdfSample.Same(sample.file, PdfSample.Only(attached));
        });

    [Fact]
    public void The_same_inputs_give_the_same_bytes() =>
        Assert.All(PdfSample.Blank, pdf => Assert.Equal(PdfSample.Attach(pdf), PdfSample.Attach(pdf)));

    [Theory]
    [InlineData("Учебное достижение", "Подписанное удостоверение о прохождении курса «Динамическая безопасность»")]
    [InlineData("Öğrenim çıktısı", "İmzalı öğrenim belgesi: ığdır, şehir, ÇĞÖŞÜ")]
    [InlineData("Siguranță", "Credențial semnat – „Siguranță dinamică”")]
    public void Names_and_descriptions_in_every_language_come_out_as_they_went_in(string name, string description) => Assert.All(PdfSample.Blank, pdf =>
    {
        var file = PdfSample.Credential with { FileName = name + ".json", Description = description };
        PdfSample.Same(file, PdfSample.Only(PdfSample.Attach(pdf, file)));
    });

    [Fact]
    public void No_PDF_and_no_attachment_and_a_broken_PDF_are_three_answers()
    {
        Assert.False(PdfAttachments.TryRead("{\"a\":1}"u8, out var attachments));
        Assert.Empty(attachments);
        Assert.False(PdfAttachments.TryRead([], out _));
        Assert.All(PdfSample.Blank, pdf => Assert.Empty(PdfSample.Read(pdf)));
        Assert.Throws<InvalidPdfException>(() => PdfAttachments.TryRead("%PDF-1.7\n"u8, out _));
    }

    [Fact]
    public void A_second_attachment_joins_the_first_also_under_the_same_name() => Assert.All(PdfSample.Blank, pdf =>
    {
        var second = PdfSample.Credential with { Bytes = "second"u8.ToArray() };
        var third = PdfSample.Credential with { FileName = "a.xml", MediaType = "text/xml" };

        var attachments = PdfSample.Read(PdfSample.Attach(PdfSample.Attach(PdfSample.Attach(pdf), second), third));

        Assert.Equal(3, attachments.Count);
        PdfSample.Same(third, attachments[0]);
        PdfSample.Same(PdfSample.Credential, attachments[1]);
        PdfSample.Same(second, attachments[2]);
    });

    [Fact]
    public void There_is_room_for_so_many_attachments_and_no_more()
    {
        var leaves = string.Concat(Enumerable.Range(0, PdfAttachments.MaxAttachments - 1).Select(i => $"(k{i:D3}) 4 0 R "));
        var almost = PdfSample.Table(
        [
            $"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [{leaves}] >> >> >>", .. PdfSample.Pages,
            "<< /F (a) /EF << /F 5 0 R >> >>", PdfSample.Stream([1]),
        ]);

        var full = PdfSample.Attach(almost);

        Assert.Equal(PdfAttachments.MaxAttachments, PdfSample.Read(full).Count);
        Assert.Throws<InvalidPdfException>(() => PdfSample.Attach(full));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    public void What_is_no_name_of_a_file_is_not_attached(string name) =>
        Assert.Throws<ArgumentException>(() => PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { FileName = name }));

    [Fact]
    public void Half_a_character_is_not_written()
    {
        Assert.ThrowsAny<ArgumentException>(() => PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { FileName = "\ud83c" }));
        Assert.ThrowsAny<ArgumentException>(() => PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { Description = "\udfc5" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("tекст/plain")]
    public void What_is_no_media_type_is_not_attached(string type) =>
        Assert.Throws<ArgumentException>(() => PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { MediaType = type }));

    [Fact]
    public void An_attachment_that_is_too_large_is_not_attached()
    {
        var noise = new byte[PdfAttachments.MaxPdfBytes];
        for (uint i = 0, state = 1; i < noise.Length; i++)
        {
            noise[i] = (byte)((state = (state * 1664525) + 1013904223) >> 24);
        }

        Assert.Throws<InvalidPdfException>(() => PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { Bytes = noise }));
        Assert.Throws<ArgumentException>(() => PdfSample.Attach(PdfSample.Blank[0], PdfSample.Credential with { Bytes = new byte[PdfAttachments.MaxPdfBytes + 1] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("en (US)")]
    public void What_is_no_language_is_not_written(string language) =>
        Assert.Throws<ArgumentException>(() => PdfAttachments.Attach(PdfSample.Blank[0], PdfSample.Credential, PdfSample.Modified, language));

    [Fact]
    public void Nothing_is_attached_to_what_is_no_PDF() => Assert.Throws<InvalidPdfException>(() => PdfSample.Attach("PK"u8.ToArray()));

    [Fact]
    public void A_PDF_that_is_too_large_is_refused_unread() => PdfSample.Refused([.. PdfSample.Blank[0], .. new byte[PdfAttachments.MaxPdfBytes]], "8 MiB");
}
