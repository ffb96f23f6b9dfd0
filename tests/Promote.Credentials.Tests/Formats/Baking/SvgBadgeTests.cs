using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Baking;

public sealed class SvgBadgeTests
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>""";

    [Fact]
    public void Whatever_is_baked_in_comes_out_byte_for_byte() => Properties.ForAll(
        from credential in Credentials.Any from kind in Gen.Elements(Credentials.Kinds) select (credential, kind), sample =>
        {
            var badge = Extract(Bake(Svg, sample.kind, sample.credential));
            Assert.Equal(sample.kind, badge.Kind);
            Assert.Equal(sample.credential, badge.Credential.ToArray());
        }, runs: 2000);

    [Theory]
    [InlineData(BakedKind.OpenBadges3, Credentials.Jws, """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential verify="eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2ln-_bmF0dXJl" /><rect""")]
    [InlineData(BakedKind.OpenBadges3, "{\"a\":1}", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential><![CDATA[{"a":1}]]></openbadges:credential><rect""")]
    [InlineData(BakedKind.OpenBadges2, Credentials.Jws, """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2ln-_bmF0dXJl" /><rect""")]
    [InlineData(BakedKind.OpenBadges2, """{"id":"https://e.org/1"}""", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://e.org/1"><![CDATA[{"id":"https://e.org/1"}]]></openbadges:assertion><rect""")]
    public void The_badge_is_written_as_the_standard_shows_it(BakedKind kind, string credential, string start) =>
        Assert.StartsWith(start, Bake(Svg, kind, Encoding.UTF8.GetBytes(credential)).Replace("""<?xml version="1.0" encoding="utf-8"?>""", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_new_badge_replaces_every_old_one_of_both_versions()
    {
        const string Old = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org" xmlns:b="https://purl.imsglobal.org/ob/v3p0">
            <openbadges:assertion verify="x.y.z"/><g><b:credential verify="x.y.z"/></g><b:credential><![CDATA[{}]]></b:credential></svg>
            """;

        var baked = XDocument.Parse(Bake(Old, BakedKind.OpenBadges3, "{\"a\":1}"u8));

        var badge = Assert.Single(baked.Descendants(), element => element.Name.LocalName is "assertion" or "credential");
        Assert.Same(badge, baked.Root!.FirstNode);
        Assert.Equal("""{"a":1}""", badge.Value);
    }

    [Theory]
    [InlineData("""<o:assertion verify="https://e.org/1"/>""", BakedForm.Url, "https://e.org/1")]
    [InlineData("""<o:assertion verify="https://e.org/1">  { "a":1 } </o:assertion>""", BakedForm.Json, """{ "a":1 }""")]
    [InlineData("""<o:assertion verify="a.b.c"> <!-- signed --> </o:assertion>""", BakedForm.Jws, "a.b.c")]
    public void Other_ways_to_write_it_are_read(string element, BakedForm form, string credential)
    {
        var badge = Extract($"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org">{element}</svg>""");
        Assert.Equal((form, credential), (badge.Form, Encoding.UTF8.GetString(badge.Credential.Span)));
    }

    [Theory]
    [InlineData("{\"a\":\"\uffff\"}")]
    [InlineData("{\"a\":\"\u0001\"}")]
    [InlineData("not a jws")]
    public void What_XML_cannot_give_back_is_not_baked_in(string credential)
    {
        Assert.False(SvgBadge.TryBake(Encoding.UTF8.GetBytes(Svg), BakedKind.OpenBadges3, Encoding.UTF8.GetBytes(credential), out _, out var refusal));
        Assert.Equal(PictureError.InvalidBadge, refusal.Error);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_not_baked_in() =>
        Assert.False(SvgBadge.TryBake(Encoding.UTF8.GetBytes(Svg), BakedKind.OpenBadges3, [(byte)'{', 0xFF, (byte)'}'], out _, out _));

    [Theory]
    [InlineData(PictureError.NoBadge, "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData(PictureError.NoBadge, "<svg xmlns='http://www.w3.org/2000/svg'><credential>{}</credential></svg>")]
    [InlineData(PictureError.SeveralBadges, "<svg xmlns='http://www.w3.org/2000/svg' xmlns:b='https://purl.imsglobal.org/ob/v3p0'><b:credential>{}</b:credential><g><b:credential>{}</b:credential></g></svg>")]
    [InlineData(PictureError.SeveralBadges, "<svg xmlns='http://www.w3.org/2000/svg' xmlns:b='https://purl.imsglobal.org/ob/v3p0'><b:credential>{}</b:credential><assertion xmlns='http://openbadges.org'>{}</assertion></svg>")]
    [InlineData(PictureError.InvalidBadge, "<svg xmlns='http://www.w3.org/2000/svg' xmlns:b='https://purl.imsglobal.org/ob/v3p0'><b:credential/></svg>")]
    [InlineData(PictureError.InvalidBadge, "<svg xmlns='http://www.w3.org/2000/svg' xmlns:b='https://purl.imsglobal.org/ob/v3p0'><b:credential>{<g/>}</b:credential></svg>")]
    [InlineData(PictureError.UnknownKind, "<html/>")]
    [InlineData(PictureError.NotXml, "<svg xmlns='http://www.w3.org/2000/svg'>")]
    [InlineData(PictureError.NotXml, "<svg xmlns='http://www.w3.org/2000/svg'>&undefined;</svg>")]
    [InlineData(PictureError.NotXml, "")]
    public void A_picture_without_exactly_one_badge_is_refused(PictureError error, string svg) => Refused(error, svg);

    [Fact]
    public async Task A_document_type_elsewhere_is_ignored_and_one_with_definitions_refused_and_neither_is_fetched()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var dtd = $"http://127.0.0.1:{((IPEndPoint)stranger.LocalEndpoint).Port}/evil.dtd";
        const string Baked = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:b="https://purl.imsglobal.org/ob/v3p0"><b:credential>{}</b:credential></svg>""";

        Assert.Equal("{}"u8, Extract($"<?xml version=\"1.0\"?><!-- [ --><!DOCTYPE svg PUBLIC '-//[//' \"{dtd}\">{Baked}").Credential.Span);
        Refused(PictureError.DocumentType, $"<?xml version=\"1.0\"?> <!DOCTYPE svg [<!ENTITY x SYSTEM \"{dtd}\">]>{Baked.Replace("{}", "&x;", StringComparison.Ordinal)}");
        Refused(PictureError.DocumentType, $"<!DOCTYPE svg SYSTEM \"{dtd}\" [<!ENTITY % p SYSTEM \"{dtd}\"> %p;]>{Baked}");
        Refused(PictureError.NotXml, $"<!DOCTYPE svg SYSTEM \"{dtd}\">{Baked.Replace("{}", "&x;", StringComparison.Ordinal)}");

        await Task.Delay(100);
        Assert.False(stranger.Pending());
    }

    [Fact]
    public void A_picture_that_is_too_large_is_refused_unread() => Refused(PictureError.TooLarge, new string(' ', BakedBadge.MaxPictureBytes + 1));

    [Fact]
    public void A_picture_of_256_levels_is_read_and_a_deeper_one_refused_before_it_costs_anything()
    {
        Assert.Equal("{}"u8, Extract(Levels(256)).Credential.Span);
        Refused(PictureError.TooComplex, Levels(257));

        var clock = Stopwatch.StartNew();
        Refused(PictureError.TooComplex, Levels(63_000));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(" xmlns:a{0}='u'", 33)]
    [InlineData(" xmlns:a{0}='u'", 200_000)]
    [InlineData(" a{0}='>'", 1025)]
    [InlineData("/><g", 60_000)]
    public void A_picture_of_more_parts_than_anybody_draws_is_refused_before_it_costs_anything(string part, int count)
    {
        var parts = string.Concat(Enumerable.Range(0, count).Select(number => string.Format(CultureInfo.InvariantCulture, part, number)));

        var clock = Stopwatch.StartNew();
        Refused(PictureError.TooComplex, $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:b='https://purl.imsglobal.org/ob/v3p0'><b:credential>{{}}</b:credential><g{parts}/></svg>");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_picture_that_the_badge_makes_too_large_is_not_baked()
    {
        var svg = Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg'><!--{new string(' ', BakedBadge.MaxPictureBytes - 50)}--></svg>");

        Assert.False(SvgBadge.TryBake(svg, BakedKind.OpenBadges3, new byte[200].Select(_ => (byte)'a').ToArray(), out _, out var refusal));
        Assert.Equal(PictureError.TooLarge, refusal.Error);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else() => Properties.ForAll(
        Gen.Elements("<svg xmlns='http://www.w3.org/2000/svg'>", "</svg>", "<!DOCTYPE svg", "[", "]", ">", "<?x ", "?>", "<!--", "-->", "&", ";", "<![CDATA[", "]]>", "<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'>", "</b:credential>", "{}", "\0", "'", "\ufeff").ListOf(), parts =>
        {
            var svg = Encoding.UTF8.GetBytes(string.Concat(parts));
            Assert.True(SvgBadge.TryExtract(svg, out _, out var refusal) || refusal is not null);
            Assert.True(SvgBadge.TryBake(svg, BakedKind.OpenBadges3, "{}"u8, out _, out refusal) || refusal is not null);
        }, runs: 3000);

    private static string Levels(int count)
    {
        var (opening, closing) = (string.Concat(Enumerable.Repeat("<g>", count - 1)), string.Concat(Enumerable.Repeat("</g>", count - 1)));
        return $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:b='https://purl.imsglobal.org/ob/v3p0'><b:credential>{{}}</b:credential>{opening}{closing}</svg>";
    }

    private static string Bake(string svg, BakedKind kind, ReadOnlySpan<byte> credential)
    {
        Assert.True(SvgBadge.TryBake(Encoding.UTF8.GetBytes(svg), kind, credential, out var baked, out var refusal), refusal?.Detail);
        return Encoding.UTF8.GetString(baked);
    }

    private static BakedBadge Extract(string svg)
    {
        Assert.True(BakedBadge.TryExtract(Encoding.UTF8.GetBytes(svg), out var badge, out var refusal), refusal?.Detail);
        return badge;
    }

    private static void Refused(PictureError error, string svg)
    {
        Assert.False(BakedBadge.TryExtract(Encoding.UTF8.GetBytes(svg), out _, out var refusal));
        Assert.Equal(error, refusal.Error);
        Assert.NotEmpty(refusal.Detail);
    }
}
