using System.Globalization;
using System.Xml.Linq;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Formats.Pictures.Drawing;
using Promote.Credentials.Formats.Pictures.Png;
using Promote.Credentials.Tests.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Certificates;

public sealed class CertificateTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [MemberData(nameof(Faces.Names), MemberType = typeof(Faces))]
    public void A_certificate_looks_as_it_was_approved(string name) => Golden.Equal($"certificates/{name}.svg", CertificateSvg.Write(Faces.All[name]));

    [Theory]
    [MemberData(nameof(Faces.Names), MemberType = typeof(Faces))]
    public void No_line_leaves_the_sheet_and_none_lies_on_another(string name)
    {
        var lines = XElement.Parse(System.Text.Encoding.UTF8.GetString(CertificateSvg.Write(Faces.All[name]))).Elements(Svg + "text")
            .Where(text => text.Attribute("transform") is null)
            .Select(text => (X: Number(text, "x"), Y: Number(text, "y"), Size: Number(text, "font-size"), Right: Number(text, "x") + (TextWidth.Of(text.Value) * Number(text, "font-size") * (text.Attribute("font-weight") is null ? 0.93 : 1) / 1000)))
            .ToList();

        Assert.All(lines, line => Assert.True(line.Right <= 840 - 70 && line.Y <= 1188 - 60, $"{line}"));
        Assert.All(lines, one => Assert.DoesNotContain(lines, other =>
            one != other && one.X < other.Right && other.X < one.Right && one.Y < other.Y && one.Y > other.Y - (other.Size * 0.75)));
    }

    [NeedsLibrsvgTheory]
    [MemberData(nameof(Faces.Names), MemberType = typeof(Faces))]
    [Trait("needs", "librsvg")]
    public void A_page_picture_is_an_upright_sheet_of_at_most_120_kilobytes_and_always_the_same(string name)
    {
        var png = PagePicture.Render(Faces.All[name]);

        Assert.True(PngFile.TryReadSize(png, out var width, out var height));
        Assert.Equal((827, 1169), (width, height));
        Assert.InRange(png.Length, 10_000, 120 * 1024);
        Assert.Equal(png, PagePicture.Render(Faces.All[name]));
        if (Environment.GetEnvironmentVariable("PROMOTE_TEST_ARTIFACTS") is { Length: > 0 } artifacts)
        {
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(artifacts, "certificates")).FullName, $"{name}.png"), png);
        }
    }

    [Fact]
    public void Every_language_has_every_word()
    {
        Assert.Equal(["da", "de", "en", "fr", "it", "lt", "nl", "pt", "ro", "tr"], CertificateWords.Languages);
        Assert.All(CertificateWords.Languages, language => Assert.All(Enum.GetValues<CertificateWord>(), word => Assert.NotEmpty(CertificateWords.In(language, word))));
        Assert.Equal(CertificateWords.In("en", CertificateWord.Results), CertificateWords.In("xx", CertificateWord.Results));
    }

    [Theory]
    [InlineData("ro", "20 noiembrie 2026")]
    [InlineData("lt", "2026 m. lapkričio 20 d.")]
    [InlineData("pt", "20 de novembro de 2026")]
    [InlineData("de", "20. November 2026")]
    [InlineData("tr", "20 Kasım 2026")]
    public void A_day_is_written_as_the_language_writes_it(string language, string day) =>
        Assert.Equal(day, CertificateWords.Day(language, new DateTimeOffset(2026, 11, 20, 23, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void A_test_page_is_there_where_nothing_can_be_drawn()
    {
        Assert.True(PngFile.TryReadSize(PagePicture.TestPage, out var width, out var height));
        Assert.True(height > width);
    }

    [Fact]
    public void A_face_says_nothing_in_a_log() => Assert.Equal("CertificateFace ***", Faces.All["ro"].ToString());

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
