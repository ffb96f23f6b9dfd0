using System.Net;
using System.Net.Sockets;
using System.Text;
using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pictures;

[Trait("needs", "librsvg")]
public sealed class LibrsvgTests
{
    [NeedsLibrsvgFact]
    public void A_drawn_badge_becomes_a_PNG_of_the_size_asked_for()
    {
        var badge = BadgePicture.Svg(new() { Title = "Mediation", Issuer = "CoVE", Colour = BadgeColour.Of("cove") });
        foreach (var side in new[] { 64, 200, 600 })
        {
            Assert.True(PngUpload.TryRead(Librsvg.RenderPng(badge.Bytes.Span, side, side), out var png, out var refusal), refusal?.Detail);
            Assert.Equal((side, side), (png.Width, png.Height));
        }
    }

    [NeedsLibrsvgFact]
    public void One_picture_gives_one_PNG_also_from_many_threads()
    {
        var badge = BadgePicture.Svg(new() { Title = "Mediation", Issuer = "CoVE", Colour = BadgeColour.Of("cove") });
        var expected = Librsvg.RenderPng(badge.Bytes.Span, 100, 100);
        Parallel.For(0, 50, _ => Assert.Equal(expected, Librsvg.RenderPng(badge.Bytes.Span, 100, 100)));
    }

    [NeedsLibrsvgFact]
    public async Task Nothing_that_a_picture_names_is_loaded()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)stranger.LocalEndpoint).Port}/x.png";
        var red = Path.Combine(Path.GetTempPath(), $"{nameof(LibrsvgTests)}-{Environment.ProcessId}.svg");
        await File.WriteAllTextAsync(red, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9' fill='red'/></svg>");
        try
        {
            var loading = Render($"<image href='{url}' width='9' height='9'/><image href='file://{red}' width='9' height='9'/><image href='{red}' width='9' height='9'/>");
            Assert.Equal(Render(""), loading);
            Assert.False(stranger.Pending());
        }
        finally
        {
            File.Delete(red);
        }
    }

    [NeedsLibrsvgFact]
    public void What_is_no_picture_is_refused()
    {
        Assert.Throws<InvalidPictureException>(() => Librsvg.RenderPng("<svg"u8, 10, 10));
        Assert.Throws<InvalidPictureException>(() => Librsvg.RenderPng([], 10, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Librsvg.RenderPng("<svg/>"u8, 0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Librsvg.RenderPng("<svg/>"u8, 10, Librsvg.MaxSide + 1));
    }

    private static byte[] Render(string inside) =>
        Librsvg.RenderPng(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>"), 9, 9);
}
