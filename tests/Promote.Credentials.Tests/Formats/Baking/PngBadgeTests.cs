using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Tests.Formats.Pictures;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Baking;

public sealed class PngBadgeTests
{
    [Fact]
    public void A_picture_that_the_badge_makes_too_large_is_not_baked()
    {
        var picture = PngSample.File(PngSample.Header(3, 2), PngSample.Chunk("aAaa", new byte[BakedBadge.MaxPictureBytes - 150]), PngSample.Pixels(2 * 10), PngSample.End);

        Assert.False(PngBadge.TryBake(picture, BakedKind.OpenBadges3, new byte[500], out _, out var refusal));
        Assert.Equal(PictureError.TooLarge, refusal.Error);
    }

    [Fact]
    public void Whatever_is_baked_in_comes_out_byte_for_byte() => Properties.ForAll(
        from credential in Credentials.Any from kind in Gen.Elements(Credentials.Kinds) select (credential, kind), sample =>
        {
            var badge = Extract(Bake(PngSample.Small, sample.kind, sample.credential));
            Assert.Equal(sample.kind, badge.Kind);
            Assert.Equal(sample.credential, badge.Credential.ToArray());
        });

    [Theory]
    [InlineData(BakedKind.OpenBadges3, "openbadgecredential")]
    [InlineData(BakedKind.OpenBadges2, "openbadges")]
    public void The_badge_is_one_uncompressed_iTXt_chunk_before_the_pixels(BakedKind kind, string keyword)
    {
        var chunks = PngSample.Chunks(Bake(PngSample.Small, kind, Encoding.UTF8.GetBytes(Credentials.Json)));

        Assert.Equal(["IHDR", "iTXt", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        Assert.Equal($"{keyword}\0\0\0\0\0{Credentials.Json}", Encoding.UTF8.GetString(chunks[1].Data));
    }

    [Fact]
    public void A_new_badge_replaces_every_old_one_of_both_versions_and_nothing_else()
    {
        var png = PngSample.File(
            PngSample.Header(3, 2),
            PngSample.Text("tEXt", "openbadges\0https://example.org/1"),
            PngSample.Text("iTXt", "openbadges\0\0\0\0\0{}"),
            PngSample.Text("tEXt", "Author\0openbadges"),
            PngSample.Pixels(20),
            PngSample.Text("iTXt", "openbadgecredential\0\0\0\0\0{}"),
            PngSample.Text("zTXt", "openbadges\0\0x"),
            PngSample.Text("iTXt", "openbadgecredentials\0\0\0\0\0{}"),
            PngSample.End);

        var baked = Bake(png, BakedKind.OpenBadges3, "{\"a\":1}"u8);

        Assert.Equal(["IHDR", "tEXt", "iTXt", "IDAT", "iTXt", "IEND"], PngSample.Chunks(baked).Select(chunk => chunk.Type));
        Assert.Equal("{\"a\":1}"u8, Extract(baked).Credential.Span);
    }

    [Fact]
    public void What_follows_the_end_of_the_PNG_is_not_carried_on() =>
        Assert.Equal(Bake(PngSample.Small, BakedKind.OpenBadges3, "{}"u8), Bake([.. PngSample.Small, .. "<html>"u8], BakedKind.OpenBadges3, "{}"u8));

    [Theory]
    [InlineData("tEXt", "openbadges\0https://example.org/1", BakedForm.Url, "https://example.org/1")]
    [InlineData("iTXt", "openbadges\0\0\0en\0Abzeichen\0{}", BakedForm.Json, "{}")]
    [InlineData("iTXt", "openbadgecredential\0\0\0\0\0e30.e30.c2ln", BakedForm.Jws, "e30.e30.c2ln")]
    public void Older_and_odder_forms_are_read_before_and_after_the_pixels(string type, string data, BakedForm form, string credential)
    {
        var badge = PngSample.Text(type, data);
        foreach (var png in new[] { PngSample.File(PngSample.Header(3, 2), badge, PngSample.Pixels(20), PngSample.End), PngSample.File(PngSample.Header(3, 2), PngSample.Pixels(20), badge, PngSample.End) })
        {
            var found = Extract(png);
            Assert.Equal((form, credential), (found.Form, Encoding.UTF8.GetString(found.Credential.Span)));
        }
    }

    [Fact]
    public void A_compressed_badge_is_read()
    {
        var badge = Extract(WithChunk(PngSample.Chunk("iTXt", [.. "openbadgecredential\0\u0001\0\0\0"u8, .. PngSample.Deflated("{\"a\":1}"u8.ToArray())])));
        Assert.Equal("{\"a\":1}"u8, badge.Credential.Span);
    }

    [Theory]
    [InlineData("iTXt", "openbadgecredential\0")]
    [InlineData("iTXt", "openbadgecredential\0\0\0\0")]
    [InlineData("iTXt", "openbadgecredential\0\0\u0001\0\0{}")]
    [InlineData("iTXt", "openbadgecredential\0\u0002\0\0\0{}")]
    [InlineData("iTXt", "openbadgecredential\0\u0001\0\0\0{}")]
    [InlineData("iTXt", "openbadgecredential\0\0\0\0\0")]
    [InlineData("tEXt", "openbadgecredential\0{}")]
    [InlineData("zTXt", "openbadges\0\0{}")]
    public void A_badge_chunk_of_another_form_is_refused(string type, string data) => Refused(PictureError.InvalidBadge, WithChunk(PngSample.Text(type, data)));

    [Fact]
    public void A_compressed_badge_that_swells_is_refused_at_the_limit()
    {
        var bomb = WithChunk(PngSample.Chunk("iTXt", [.. "openbadges\0\u0001\0\0\0"u8, .. PngSample.Deflated(500L << 20)]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused(PictureError.InvalidBadge, bomb);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 * BakedBadge.MaxBytes);
    }

    [Fact]
    public void A_compressed_badge_that_breaks_off_is_refused() =>
        Refused(PictureError.InvalidBadge, WithChunk(PngSample.Chunk("iTXt", [.. "openbadges\0\u0001\0\0\0"u8, .. PngSample.Deflated("{\"a\":\"0123456789\"}"u8.ToArray())[..^6]])));

    [Theory]
    [InlineData("iTXt", "openbadges\0\0\0\0\0{}")]
    [InlineData("iTXt", "openbadgecredential\0\0\0\0\0{}")]
    [InlineData("tEXt", "openbadges\0https://example.org/1")]
    public void Two_badges_are_none(string type, string data) =>
        Refused(PictureError.SeveralBadges, PngSample.File(PngSample.Header(3, 2), PngSample.Text("iTXt", "openbadgecredential\0\0\0\0\0{}"), PngSample.Pixels(20), PngSample.Text(type, data), PngSample.End));

    [Fact]
    public void A_picture_without_a_badge_says_so() => Refused(PictureError.NoBadge, PngSample.Small);

    [Fact]
    public void Any_flipped_byte_of_the_badge_is_noticed()
    {
        var baked = Bake(PngSample.Small, BakedKind.OpenBadges3, Encoding.UTF8.GetBytes(Credentials.Jws));
        var start = PngSample.Signature.Length + PngSample.Header(3, 2).Length;
        var end = start + (baked.Length - PngSample.Small.Length);
        Properties.ForAll(from at in Gen.Choose(start, end - 1) from bits in Gen.Choose(1, 255) select (at, bits), flip =>
        {
            var changed = (byte[])baked.Clone();
            changed[flip.at] ^= (byte)flip.bits;
            Assert.False(PngBadge.TryExtract(changed, out _, out var refusal));
            Assert.NotNull(refusal);
        }, runs: 3000);
    }

    [Fact]
    public void A_PNG_cut_off_anywhere_is_refused()
    {
        var baked = Bake(PngSample.Small, BakedKind.OpenBadges3, Encoding.UTF8.GetBytes(Credentials.Jws));
        for (var length = 0; length < baked.Length; length++)
        {
            Refused(length < PngSample.Signature.Length ? PictureError.UnknownKind : PictureError.Truncated, baked[..length]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(BakedBadge.MaxBytes + 1)]
    public void Nothing_and_too_much_are_not_baked_in(int length)
    {
        Assert.False(PngBadge.TryBake(PngSample.Small, BakedKind.OpenBadges3, new byte[length], out _, out var refusal));
        Assert.Equal(PictureError.InvalidBadge, refusal.Error);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_nothing_else() => Properties.ForAll(
        from bytes in Gen.Elements<byte>([.. "\0\u0001IHDRiTXtIDATIENDopenbadges"u8]).ListOf()
        from head in Gen.Elements<byte[]>([], PngSample.Signature, PngSample.File(PngSample.Header(1, 1)), PngSample.Small)
        select (byte[])[.. head, .. bytes], bytes =>
        {
            Assert.True(PngBadge.TryExtract(bytes, out _, out var refusal) || refusal is not null);
            Assert.True(PngBadge.TryBake(bytes, BakedKind.OpenBadges2, "{}"u8, out _, out refusal) || refusal is not null);
        }, runs: 3000);

    internal static byte[] Bake(byte[] png, BakedKind kind, ReadOnlySpan<byte> credential)
    {
        Assert.True(PngBadge.TryBake(png, kind, credential, out var baked, out var refusal), refusal?.Detail);
        return baked;
    }

    private static BakedBadge Extract(byte[] png)
    {
        Assert.True(BakedBadge.TryExtract(png, out var badge, out var refusal), refusal?.Detail);
        return badge;
    }

    private static void Refused(PictureError error, byte[] png)
    {
        Assert.False(PngBadge.TryExtract(png, out _, out var refusal));
        Assert.Equal(error, refusal.Error);
        Assert.NotEmpty(refusal.Detail);
    }

    private static byte[] WithChunk(byte[] chunk) => PngSample.File(PngSample.Header(3, 2), chunk, PngSample.Pixels(20), PngSample.End);
}
