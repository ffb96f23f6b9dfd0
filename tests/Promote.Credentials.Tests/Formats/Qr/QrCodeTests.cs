using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Promote.Credentials.Formats.Qr;
using QRCoder;

namespace Promote.Credentials.Tests.Formats.Qr;

public sealed partial class QrCodeTests
{
    private const string Url = "https://credentials.promote.example/v/q2mQ0v6cTk-3Wn1bYx9sZA"; // 58 characters

    // 58 bytes need version 5 at level Q (60 bytes; ISO/IEC 18004 table 7): 37 modules, and 4 quiet ones on each side.
    private const int Modules = 37 + 8;

    [Fact]
    public void The_picture_has_the_size_of_error_level_Q_with_its_quiet_zone()
    {
        var png = QrCode.Png(Url);
        Assert.Equal(Modules * 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(Modules * 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Contains($"viewBox=\"0 0 {Modules} {Modules}\"", QrCode.Svg(Url), StringComparison.Ordinal);
        Assert.Equal((Modules + 1) / 2, QrCode.Terminal(Url).Count(c => c == '\n'));
    }

    [Fact]
    public void The_SVG_has_the_modules_of_the_encoder()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Url, QRCodeGenerator.ECCLevel.Q);
        var drawn = new bool[Modules, Modules];
        foreach (Match run in Run.Matches(QrCode.Svg(Url)))
        {
            for (var x = 0; x < Int(run, 3); x++)
            {
                drawn[Int(run, 2), Int(run, 1) + x] = true;
            }
        }

        for (var y = 0; y < Modules; y++)
        {
            for (var x = 0; x < Modules; x++)
            {
                Assert.Equal(data.ModuleMatrix[y][x], drawn[y, x]);
            }
        }

        static int Int(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_terminal_shows_the_same_modules_light_on_dark()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Url, QRCodeGenerator.ECCLevel.Q);
        var lines = QrCode.Terminal(Url).Split('\n');
        for (var y = 0; y < Modules; y++)
        {
            for (var x = 0; x < Modules; x++)
            {
                var isLight = lines[y / 2][x] == '█' || lines[y / 2][x] == (y % 2 == 0 ? '▀' : '▄');
                Assert.Equal(data.ModuleMatrix[y][x], !isLight);
            }
        }
    }

    [Fact]
    public void One_text_gives_one_picture()
    {
        Assert.Equal(QrCode.Png(Url), QrCode.Png(Url));
        Assert.Equal(QrCode.Svg(Url), QrCode.Svg(Url));
        Assert.NotEqual(QrCode.Svg(Url), QrCode.Svg(Url + "x"));
    }

    [Fact]
    public void The_SVG_asks_for_nothing_and_runs_nothing()
    {
        var svg = QrCode.Svg(Url);
        Assert.DoesNotContain("href", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style", svg, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1")]
    private static partial Regex Run { get; }
}
