using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Pictures;

public sealed class BadgePictureTests
{
    private static readonly BadgeFace Face = new()
    {
        Title = "Trauma-informed practice in custodial settings",
        Issuer = "CoVE Bucharest",
        Level = "EQF 5",
        Monogram = "CB",
        Colour = BadgeColour.Of("cove-bucharest"),
    };

    [Fact]
    public void The_badge_is_the_golden_one() => Golden.Equal("pictures/badge.svg", BadgePicture.Svg(Face).Bytes.Span);

    [Theory]
    [InlineData("De-escalation")]
    [InlineData("Asistență și consiliere pentru reintegrarea socială a persoanelor aflate în executarea unei pedepse privative de libertate, în regim deschis și semideschis, cu evaluarea riscului și a nevoilor individuale")]
    [InlineData("Resozialisierungsbegleitungskompetenzfeststellungsverfahren")]
    [InlineData("Основы медиации в пенитенциарной системе")]
    [InlineData("刑務所における職業訓練の基礎知識と実践的な指導方法")]
    [InlineData("مقدمة في العدالة التصالحية")]
    [InlineData("</text><script>&\"'")]
    public void Every_title_is_shown_whole_or_ends_in_an_ellipsis(string title)
    {
        var badge = Parse(Face with { Title = title });
        var lines = badge.Elements().Where(element => element.Attribute("fill")?.Value == "#fff").Skip(1).Select(line => line.Value).ToList();
        var shown = string.Concat(lines).Replace(" ", "", StringComparison.Ordinal);
        var whole = title.Replace(" ", "", StringComparison.Ordinal);
        Assert.True(shown == whole || (shown.EndsWith('…') && whole.StartsWith(shown[..^1], StringComparison.Ordinal)), string.Join(" | ", lines));
    }

    [Fact]
    public void Text_lies_in_its_part_of_the_badge() => Properties.ForAll(
        from words in Gen.Elements("a", "Wand", "Pflichtverteidigung", "職業", "și", "I").NonEmptyListOf() select string.Join(' ', words), title =>
        {
            foreach (var line in Parse(Face with { Title = title }).Elements().Where(element => element.Name.LocalName == "text").Skip(1).SkipLast(2))
            {
                Assert.InRange(double.Parse(line.Attribute("y")!.Value, CultureInfo.InvariantCulture), 150, 396);
            }
        });

    [Fact]
    public void An_uploaded_drawing_would_be_taken_as_it_is_drawn() => Properties.ForAll(
        Gen.Elements("a", "\0", "\ud800", "\uffff", "<", "🏅", " ", "\n", "é").ListOf(), parts =>
        {
            var text = string.Concat(parts);
            var badge = BadgePicture.Svg(new() { Title = text, Issuer = text, Level = text, Monogram = text, Colour = Face.Colour });
            Assert.True(SvgUpload.TryRead(badge.Bytes.Span, out var picture, out var refusal), refusal?.Detail);
            Assert.Equal((BadgePicture.Side, BadgePicture.Side), (picture.Width, picture.Height));
        });

    [Fact]
    public void White_text_is_legible_on_the_colour_of_any_issuer() => Properties.ForAll(
        Gen.Elements([.. "abcdefghijklmnopqrstuvwxyz0123456789-"]).NonEmptyListOf(), letters =>
        {
            var colour = BadgeColour.Of(string.Concat(letters));
            Assert.InRange(colour.ContrastWithWhite, 4.5, 21);
            Assert.True(colour.Darker(0.6).ContrastWithWhite > colour.ContrastWithWhite);
        }, runs: 2000);

    [Theory]
    [InlineData("cove-bucharest", "#c13384")]
    public void A_slug_has_its_colour_for_ever(string slug, string colour) => Assert.Equal(colour, BadgeColour.Of(slug).ToString());

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        Assert.Equal(21, BadgeColour.Of("x").Darker(0).ContrastWithWhite, 6);
    }

    private static XElement Parse(BadgeFace face) => XElement.Parse(Encoding.UTF8.GetString(BadgePicture.Svg(face).Bytes.Span));
}
