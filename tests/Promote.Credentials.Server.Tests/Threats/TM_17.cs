using System.Text;
using Promote.Credentials.Server.Tests.Pictures;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Tests.Formats.Pictures;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 17: a PNG picture swells when it is read, is something else besides, or holds two badges.</summary>
public sealed class TM_17(AttackedService service) : IClassFixture<AttackedService>
{
    private const string Page = "<html><script>alert(1)</script></html>";

    private static readonly byte[] Header = PngSample.Header(3, 2);
    private static readonly byte[] Pixels = PngSample.Pixels(20);

    public static TheoryData<string> Bombs => [.. MadeBombs.Keys];

    public static TheoryData<string> Doubles => [.. MadeDoubles.Keys];

    private static Dictionary<string, Func<byte[]>> MadeBombs { get; } = new()
    {
        ["30 000 by 30 000"] = () => PngSample.File(PngSample.Header(30_000, 30_000), PngSample.Pixels(20L << 20), PngSample.End),
        ["the largest numbers"] = () => PngSample.File(PngSample.Header(uint.MaxValue, uint.MaxValue), Pixels, PngSample.End),
        ["no width"] = () => PngSample.File(PngSample.Header(0, 2), Pixels, PngSample.End),
        ["one line too wide"] = () => PngSample.File(PngSample.Header(4097, 1), PngSample.Pixels(1 + (3 * 4097)), PngSample.End),
        ["more pixels than the header says"] = () => PngSample.File(Header, PngSample.Pixels(40L << 20), PngSample.End),
        ["fewer pixels than the header says"] = () => PngSample.File(PngSample.Header(2000, 2000), Pixels, PngSample.End),
        ["a length beyond the end"] = () => [.. PngSample.Signature, .. Header, 0x7F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8],
        ["a negative length"] = () => [.. PngSample.Signature, .. Header, 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT"u8],
        ["ten thousand chunks"] = () => PngSample.File([Header, .. Enumerable.Repeat(PngSample.Text("tEXt", "a\0b"), 10_000), Pixels, PngSample.End]),
        ["two headers"] = () => PngSample.File(Header, PngSample.Header(30_000, 30_000), Pixels, PngSample.End),
        ["a checksum of somebody else"] = () => [.. PngSample.Small[..^1], 0],
        ["no end"] = () => PngSample.File(Header, Pixels),
        ["a JPEG"] = () => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]],
        ["a GIF"] = () => [.. "GIF89a"u8, .. new byte[100]],
        ["a page"] = () => Encoding.ASCII.GetBytes(Page),
        ["a moving picture whose frames lie elsewhere"] = () => PngSample.File(Header, PngSample.Chunk("acTL", [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]), PngSample.Chunk("IDAT", [1, 2, 3]), PngSample.End),
    };

    private static Dictionary<string, Func<byte[]>> MadeDoubles { get; } = new()
    {
        ["two of version 3"] = () => Baked(PngSample.Text("iTXt", "openbadgecredential\0\0\0\0\0{}"), PngSample.Text("iTXt", "openbadgecredential\0\0\0\0\0{}")),
        ["one of each version"] = () => Baked(PngSample.Text("iTXt", "openbadgecredential\0\0\0\0\0{}"), PngSample.Text("iTXt", "openbadges\0\0\0\0\0{}")),
        ["one as plain text"] = () => Baked(PngSample.Text("iTXt", "openbadges\0\0\0\0\0{}"), PngSample.Text("tEXt", "openbadges\0https://evil.example/1")),
        ["one behind the pixels"] = () => PngSample.File(Header, PngSample.Text("iTXt", "openbadges\0\0\0\0\0{}"), Pixels, PngSample.Text("iTXt", "openbadges\0\0\0\0\0{}"), PngSample.End),
        ["a packed one of 40 MiB"] = () => Baked(PngSample.Chunk("iTXt", [.. "openbadges\0\u0001\0\0\0"u8, .. PngSample.Deflated(40L << 20)])),
        ["a packed one that is cut off"] = () => Baked(PngSample.Chunk("iTXt", [.. "openbadges\0\u0001\0\0\0"u8, .. PngSample.Deflated("{\"a\":\"0123456789\"}"u8.ToArray())[..^6]])),
        ["a name with a space"] = () => Baked(PngSample.Text("iTXt", "openbadges \0\0\0\0\0{}")),
        ["a name in capitals"] = () => Baked(PngSample.Text("iTXt", "OpenBadges\0\0\0\0\0{}")),
        ["nothing behind the name"] = () => Baked(PngSample.Text("iTXt", "openbadges")),
        ["a page instead of a badge"] = () => Baked(PngSample.Text("iTXt", $"openbadges\0\0\0\0\0{Page}")),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_picture_that_is_more_than_it_says_is_not_kept(string name)
    {
        var before = await service.Database.CountAsync("SELECT count(*) FROM pictures");
        using var answer = await service.First.PostAsync("/api/v1/pictures", PictureSample.Body(MadeBombs[name](), "image/png"));

        Assert.True((int)answer.StatusCode is 413 or 415 or 422, $"{answer.StatusCode}");
        Assert.Equal(before, await service.Database.CountAsync("SELECT count(*) FROM pictures"));
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    [MemberData(nameof(Doubles))]
    public async Task No_badge_is_taken_out_of_it(string name)
    {
        var png = (MadeBombs.GetValueOrDefault(name) ?? MadeDoubles[name])();
        using var answer = await service.Anonymous.PostAsync("/api/v1/verify", PictureSample.Body(png, "image/png"));
        Assert.True((int)answer.StatusCode is 400 or 413 or 422, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [InlineData("tEXt", "Comment\0")]
    [InlineData("iTXt", "Comment\0\0\0\0\0")]
    [InlineData("eXIf", "")]
    [InlineData("caBX", "")]
    [InlineData(null, "")]
    public async Task Of_a_picture_that_is_a_page_too_only_the_picture_is_kept(string? chunk, string head)
    {
        byte[] png = chunk is null
            ? [.. PngSample.Small, .. Encoding.ASCII.GetBytes(Page)]
            : PngSample.File(Header, PngSample.Text(chunk, head + Page), Pixels, PngSample.End);
        var kept = await UploadPictureTests.UploadAsync(service.First, PictureSample.Body(png, "image/png"));
        using var answer = await service.Anonymous.GetAsync(new Uri(kept.Url).AbsolutePath);

        Assert.Equal(["IHDR", "IDAT", "IEND"], PngSample.Chunks(await answer.Content.ReadAsByteArrayAsync()).Select(one => one.Type));
        Assert.Equal(("image/png", "nosniff"), (answer.Content.Headers.ContentType?.ToString(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Theory]
    [InlineData("iCCP", "x\0\0")]
    [InlineData("zTXt", "Comment\0\0")]
    [InlineData("iTXt", "Comment\0\u0001\0\0\0")]
    public async Task What_is_packed_beside_the_pixels_is_dropped_packed(string chunk, string head)
    {
        var bomb = PngSample.Chunk(chunk, [.. Encoding.ASCII.GetBytes(head), .. PngSample.Deflated(40L << 20)]);
        var kept = await UploadPictureTests.UploadAsync(service.First, PictureSample.Body(PngSample.File(Header, bomb, Pixels, PngSample.End), "image/png"));
        Assert.True((await service.Anonymous.GetByteArrayAsync(new Uri(kept.Url).AbsolutePath)).Length < 200);
    }

    private static byte[] Baked(params byte[][] badges) => PngSample.File([Header, .. badges, Pixels, PngSample.End]);
}
