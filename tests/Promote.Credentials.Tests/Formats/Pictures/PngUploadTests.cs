using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Pictures;

public sealed class PngUploadTests
{
    [Fact]
    public void Pixels_palette_and_transparency_stay_and_all_else_goes()
    {
        var palette = PngSample.Chunk("PLTE", [1, 2, 3, 4, 5, 6]);
        var transparency = PngSample.Chunk("tRNS", [0]);
        byte[] lines = [0, 0b0100_0000, 0, 0b1000_0000];
        var deflated = PngSample.Deflated(lines);
        var png = PngSample.File(
            PngSample.Header(2, 2, depth: 1, colour: 3),
            PngSample.Text("tEXt", "Author\0Somebody"),
            palette,
            PngSample.Text("eXIf", "51.5 N"),
            transparency,
            PngSample.Chunk("IDAT", deflated[..5]),
            PngSample.Chunk("IDAT", deflated[5..]),
            PngSample.Text("iTXt", "openbadges\0\0\0\0\0{}"),
            PngSample.End);

        var picture = Read([.. png, .. "<script>"u8]);

        Assert.Equal((Picture.Png, 2, 2), (picture.MediaType, picture.Width, picture.Height));
        var chunks = PngSample.Chunks(picture.Bytes.Span);
        Assert.Equal(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        Assert.Equal([1, 2, 3, 4, 5, 6], chunks[1].Data);
        Assert.Equal(PngSample.Deflated(lines), chunks[3].Data);
    }

    [Fact]
    public void A_clean_picture_stays_as_it_is() => Assert.Equal(Read(PngSample.Small).Bytes, Read(Read(PngSample.Small).Bytes.ToArray()).Bytes.ToArray());

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(4097, 1)]
    [InlineData(4096, 1025)]
    [InlineData(0, 5)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    public void A_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(uint width, uint height)
    {
        var bomb = PngSample.File(PngSample.Header(width, height), PngSample.Pixels(50L << 20), PngSample.End);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused(PictureError.WrongSize, bomb);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }

    [Fact]
    public void Pixels_that_swell_beyond_the_header_are_refused_without_memory()
    {
        var bomb = PngSample.File(PngSample.Header(3, 2), PngSample.Pixels(1L << 30), PngSample.End);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused(PictureError.InvalidPixels, bomb);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 * bomb.Length);
    }

    [Theory]
    [InlineData("iCCP", "x\0\0")]
    [InlineData("zTXt", "Comment\0\0")]
    [InlineData("iTXt", "Comment\0\u0001\0\0\0")]
    public void Packed_bombs_in_other_chunks_are_dropped_packed(string type, string head)
    {
        var bomb = PngSample.Chunk(type, [.. Encoding.ASCII.GetBytes(head), .. PngSample.Deflated(300L << 20)]);
        var file = PngSample.File(PngSample.Header(3, 2), bomb, PngSample.Pixels(20), PngSample.End);
        Assert.Equal(["IHDR", "IDAT", "IEND"], PngSample.Chunks(Read(file).Bytes.Span).Select(chunk => chunk.Type));
    }

    [Fact]
    public void A_page_hidden_in_or_behind_the_picture_does_not_survive()
    {
        const string Page = "<html><script>alert(1)</script></html>";
        byte[] polyglot = [.. PngSample.File(PngSample.Header(3, 2), PngSample.Text("tEXt", $"Comment\0{Page}"), PngSample.Pixels(20), PngSample.End), .. Encoding.ASCII.GetBytes(Page)];
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(Read(polyglot).Bytes.Span), StringComparison.Ordinal);
    }

    public static TheoryData<PictureError, byte[]> Broken()
    {
        var (header, pixels, end) = (PngSample.Header(3, 2), PngSample.Pixels(20), PngSample.End);
        var wrongCrc = (byte[])PngSample.Small.Clone();
        wrongCrc[^1] ^= 1;
        return new()
        {
            { PictureError.UnknownKind, "<svg/>"u8.ToArray() },
            { PictureError.UnknownKind, [0xFF, 0xD8, 0xFF, 0xE0] },
            { PictureError.WrongChecksum, wrongCrc },
            { PictureError.Truncated, PngSample.Small[..^1] },
            { PictureError.Truncated, PngSample.File(header, pixels) },
            { PictureError.InvalidChunk, PngSample.File(pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(pixels, header, end) },
            { PictureError.InvalidChunk, PngSample.File(header, header, pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(header, end) },
            { PictureError.InvalidChunk, PngSample.File(header, pixels, PngSample.Text("tEXt", "a\0b"), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(header, pixels, PngSample.Text("ABCD", ""), end) },
            { PictureError.InvalidChunk, PngSample.File(header, pixels, PngSample.Text("a1cd", ""), end) },
            { PictureError.InvalidChunk, PngSample.File(header, pixels, PngSample.Text("IEND", "x")) },
            { PictureError.InvalidChunk, PngSample.File([header, .. Enumerable.Repeat(PngSample.Text("tEXt", ""), 5000), pixels, end]) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, depth: 4), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, colour: 5), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, interlace: 2), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, colour: 3), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, colour: 3), PngSample.Chunk("PLTE", new byte[4]), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, colour: 3, depth: 1), PngSample.Chunk("PLTE", new byte[9]), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, colour: 3), pixels, PngSample.Chunk("PLTE", new byte[9]), end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, colour: 0), PngSample.Chunk("PLTE", new byte[9]), pixels, end) },
            { PictureError.InvalidChunk, PngSample.File(PngSample.Header(3, 2, colour: 6), PngSample.Chunk("tRNS", new byte[2]), PngSample.Pixels(26), end) },
            { PictureError.InvalidChunk, PngSample.File(header, PngSample.Chunk("tRNS", new byte[5]), pixels, end) },
            { PictureError.InvalidPixels, PngSample.File(header, PngSample.Pixels(19), end) },
            { PictureError.InvalidPixels, PngSample.File(header, PngSample.Pixels(21), end) },
            { PictureError.InvalidPixels, PngSample.File(header, PngSample.Chunk("IDAT", [1, 2, 3]), end) },
            { PictureError.InvalidPixels, PngSample.File(header, PngSample.Chunk("IDAT", [0x78, 0xBB, 0, 0, 0, 1, 3, 0]), end) },
            { PictureError.InvalidPixels, PngSample.File(header, PngSample.Chunk("IDAT", PngSample.Deflated(Enumerable.Repeat((byte)5, 20).ToArray())), end) },
        };
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_picture_is_refused_with_its_reason(PictureError error, byte[] png) => Refused(error, png);

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread() => Refused(PictureError.TooLarge, new byte[PngUpload.MaxBytes + 1]);

    [Theory]
    [InlineData(0, 1, 1 + 1)]
    [InlineData(0, 16, 1 + 6)]
    [InlineData(2, 16, 1 + 18)]
    [InlineData(4, 8, 1 + 6)]
    [InlineData(6, 16, 1 + 24)]
    public void The_length_of_a_line_follows_from_depth_and_colour(byte colour, byte depth, int line) =>
        Read(PngSample.File(PngSample.Header(3, 2, depth, colour), PngSample.Pixels(2 * line), PngSample.End));

    [Theory]
    [InlineData(1, 1, 1 + 1)]
    [InlineData(8, 8, (1 + 1) + (1 + 1) + (1 + 2) + (2 * (1 + 2)) + (2 * (1 + 4)) + (4 * (1 + 4)) + (4 * (1 + 8)))]
    [InlineData(3, 2, (1 + 1) + (1 + 1) + (1 + 1) + (1 + 3))]
    public void An_interlaced_picture_has_the_lines_of_its_passes(uint width, uint height, int bytes)
    {
        Read(PngSample.File(PngSample.Header(width, height, colour: 0, interlace: 1), PngSample.Pixels(bytes), PngSample.End));
        Refused(PictureError.InvalidPixels, PngSample.File(PngSample.Header(width, height, colour: 0, interlace: 1), PngSample.Pixels(bytes + 1), PngSample.End));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_nothing_else() => Properties.ForAll(
        from at in Gen.Choose(0, PngSample.Small.Length - 1) from bytes in Gen.Choose(0, 255).Select(b => (byte)b).ListOf() select (at, bytes), change =>
        {
            byte[] png = [.. PngSample.Small[..change.at], .. change.bytes, .. PngSample.Small[change.at..]];
            Assert.True(PngUpload.TryRead(png, out _, out var refusal) || refusal is not null);
            // Past the checksums: the chunks are whole, what is in them is not.
            png = PngSample.File(PngSample.Header(3, 2, 8, 2), PngSample.Chunk("tRNS", [.. change.bytes]), PngSample.Chunk("IDAT", [.. PngSample.Deflated(20)[..^(change.at % 8)], .. change.bytes]), PngSample.End);
            Assert.True(PngUpload.TryRead(png, out _, out refusal) || refusal is not null);
        }, runs: 2000);

    [VectorsTheory]
    [InlineData("ob30/simple-json.png")]
    [InlineData("ob20/simple-badge.png")]
    public void Published_pictures_are_taken_without_their_badge(string file)
    {
        var picture = Read(Vectors.Read($"open-badges/{file}"));
        Assert.DoesNotContain("openbadge", Encoding.Latin1.GetString(picture.Bytes.Span), StringComparison.Ordinal);
    }

    private static Picture Read(byte[] png)
    {
        Assert.True(PngUpload.TryRead(png, out var picture, out var refusal), refusal?.Detail);
        return picture;
    }

    private static void Refused(PictureError error, byte[] png)
    {
        Assert.False(PngUpload.TryRead(png, out _, out var refusal));
        Assert.Equal(error, refusal.Error);
        Assert.NotEmpty(refusal.Detail);
    }
}
