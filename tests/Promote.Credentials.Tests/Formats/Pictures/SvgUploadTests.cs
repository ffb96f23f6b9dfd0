using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Pictures;

public sealed class SvgUploadTests
{
    [Fact]
    public void What_draws_stays_and_what_programs_note_for_themselves_goes()
    {
        const string Drawn = """
            <?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="https://evil.example/a.css"?><!-- made with care -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 20 10" inkscape:version="1.3" enable-background="new">
              <title>Măr</title><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><inkscape:namedview/>
              <style>.a{fill:#fff;stroke:rgb(1, 2, 3)}</style>
              <defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient><linearGradient id="h" xlink:href="#g"/><path id="p" d="M0 0h1v1z"/></defs>
              <g transform="translate(1 2) rotate(45)" fill="url(#h)" style="stroke:url('#g')"><use href="#p" inkscape:label="x"/><text x="1" y="2">a <tspan class="a">b</tspan></text></g>
            </svg>
            """;

        var picture = Read(Drawn);

        Assert.Equal((Picture.Svg, 20, 10), (picture.MediaType, picture.Width, picture.Height));
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><svg viewBox="0 0 20 10" width="20" height="10" xmlns="http://www.w3.org/2000/svg">"""
            + """<title>Măr</title><style>.a{fill:#fff;stroke:rgb(1, 2, 3)}</style><defs><linearGradient id="g"><stop offset="0" stop-color="#123" /></linearGradient>"""
            + """<linearGradient id="h" p3:href="#g" xmlns:p3="http://www.w3.org/1999/xlink" /><path id="p" d="M0 0h1v1z" /></defs>"""
            + """<g transform="translate(1 2) rotate(45)" fill="url(#h)" style="stroke:url('#g')"><use href="#p" /><text x="1" y="2">a <tspan class="a">b</tspan></text></g></svg>""",
            Encoding.UTF8.GetString(picture.Bytes.Span));
    }

    [Fact]
    public void A_clean_picture_stays_as_it_is()
    {
        var clean = Read(InSvg("<rect id='a' width='1' height='1'/><use href='#a'/>")).Bytes;
        Assert.True(SvgUpload.TryRead(clean.Span, out var again, out _));
        Assert.Equal(clean, again.Bytes.ToArray());
    }

    [Theory]
    [InlineData(PictureError.ForbiddenElement, "<script>alert(1)</script>")]
    [InlineData(PictureError.ForbiddenElement, "<g><script href='#a'/></g>")]
    [InlineData(PictureError.ForbiddenElement, "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>")]
    [InlineData(PictureError.ForbiddenElement, "<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>")]
    [InlineData(PictureError.ForbiddenElement, "<image href='https://evil.example/a.png'/>")]
    [InlineData(PictureError.ForbiddenElement, "<image href='data:image/svg+xml,x'/>")]
    [InlineData(PictureError.ForbiddenElement, "<a href='javascript:alert(1)'/>")]
    [InlineData(PictureError.ForbiddenElement, "<rect><animate attributeName='href' to='javascript:alert(1)'/></rect>")]
    [InlineData(PictureError.ForbiddenElement, "<set attributeName='onload' to='alert(1)'/>")]
    [InlineData(PictureError.ForbiddenElement, "<filter id='f'><feImage href='https://evil.example/'/></filter>")]
    [InlineData(PictureError.ForbiddenElement, "<iframe/>")]
    [InlineData(PictureError.ForbiddenElement, "<style>@import 'https://evil.example/a.css';</style>")]
    [InlineData(PictureError.ForbiddenElement, "<style>rect{fill:url(https://evil.example/a)}</style>")]
    [InlineData(PictureError.ForbiddenElement, "<style>rect{fill:u\\72l(https://evil.example/a)}</style>")]
    [InlineData(PictureError.ForbiddenElement, "<style>rect{fill:URL(https://evil.example/a)}</style>")]
    [InlineData(PictureError.ForbiddenElement, "<style>rect{fill:image-set('https://evil.example/a' 1x)}</style>")]
    [InlineData(PictureError.ForbiddenElement, "<style><![CDATA[</style><script>]]></style>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect onload='alert(1)'/>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect onClick='alert(1)'/>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect fill='url(https://evil.example/#a)'/>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect fill='url(//evil.example/a)'/>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect style='background:url(&quot;data:x&quot;)'/>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect style='width:expression(alert(1))'/>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect id='a b'/>")]
    [InlineData(PictureError.ForbiddenAttribute, "<rect id='a'/><rect id='a'/>")]
    [InlineData(PictureError.ForbiddenReference, "<use href='https://evil.example/a.svg#x'/>")]
    [InlineData(PictureError.ForbiddenReference, "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='other.svg#x'/>")]
    [InlineData(PictureError.ForbiddenReference, "<linearGradient href='data:x'/>")]
    [InlineData(PictureError.ForbiddenReference, "<use href='#nowhere'/>")]
    [InlineData(PictureError.ForbiddenReference, "<rect fill='url(#nowhere)'/>")]
    [InlineData(PictureError.TooComplex, "<g id='a'><use href='#a'/></g>")]
    [InlineData(PictureError.TooComplex, "<mask id='a'><rect mask='url(#b)'/></mask><mask id='b'><rect mask='url(#a)'/></mask>")]
    [InlineData(PictureError.NotXml, "<g>")]
    [InlineData(PictureError.NotXml, "<rect a='1' a='2'/>")]
    [InlineData(PictureError.NotXml, "<p:rect/>")]
    public void What_could_run_load_or_never_end_is_refused(PictureError error, string inside) => Refused(error, InSvg(inside));

    [Theory]
    [InlineData(PictureError.UnknownKind, "<svg viewBox='0 0 1 1'/>")]
    [InlineData(PictureError.UnknownKind, "<html xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData(PictureError.NotXml, "")]
    [InlineData(PictureError.NotXml, "PNG")]
    [InlineData(PictureError.WrongSize, "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData(PictureError.WrongSize, "<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='5cm'/>")]
    [InlineData(PictureError.WrongSize, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e9 1'/>")]
    [InlineData(PictureError.WrongSize, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 NaN 0'/>")]
    [InlineData(PictureError.DocumentType, "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>")]
    public void A_file_of_another_kind_or_size_is_refused(PictureError error, string svg) => Refused(error, svg);

    [Fact]
    public void A_billion_laughs_are_refused_fast()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var laughs = $"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY l0 \"ha\">{entities}]>{InSvg("<text>&l9;</text>")}";
        var uses = InSvg("<rect id='u0'/>" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<g id='u{i}'>{string.Concat(Enumerable.Repeat($"<use href='#u{i - 1}'/>", 10))}</g>")));
        Refused(PictureError.DocumentType, laughs);

        var watch = Stopwatch.StartNew();
        Refused(PictureError.DocumentType, laughs);
        Refused(PictureError.TooComplex, uses);
        Assert.True(watch.ElapsedMilliseconds < 50, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Nothing_that_the_picture_names_is_fetched()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)stranger.LocalEndpoint).Port}/x";

        Refused(PictureError.DocumentType, $"<!DOCTYPE svg [<!ENTITY x SYSTEM '{url}'>]>{InSvg("<text>&x;</text>")}");
        Refused(PictureError.DocumentType, $"<!DOCTYPE svg SYSTEM '{url}'>{InSvg("")}");
        Refused(PictureError.ForbiddenElement, InSvg($"<image href='{url}'/>"));
        Read(InSvg($"<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='{url}'/>"));

        await Task.Delay(100);
        Assert.False(stranger.Pending());
    }

    [Theory]
    [InlineData(33, 1)]
    [InlineData(1, 5001)]
    [InlineData(10_000, 1)]
    public void Deep_and_crowded_pictures_are_refused(int depth, int elements) =>
        Refused(PictureError.TooComplex, InSvg(string.Concat(Enumerable.Repeat("<g>", depth)) + string.Concat(Enumerable.Repeat("<g/>", elements)) + string.Concat(Enumerable.Repeat("</g>", depth))));

    [Fact]
    public void A_long_chain_of_uses_is_refused() =>
        Refused(PictureError.TooComplex, InSvg("<rect id='u0'/>" + string.Concat(Enumerable.Range(1, 4000).Reverse().Select(i => $"<use id='u{i}' href='#u{i - 1}'/>"))));

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread() => Refused(PictureError.TooLarge, new string(' ', SvgUpload.MaxBytes + 1));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        Assert.False(SvgUpload.TryRead(Encoding.Unicode.GetBytes(InSvg("")), out _, out var refusal));
        Assert.Equal(PictureError.NotXml, refusal.Error);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else() => Properties.ForAll(
        Gen.Elements("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>", "</svg>", "<g id='a'>", "</g>", "<use href='#a'/>", "<rect fill='url(#a)'/>", "<style>", "</style>", "(", "&#0;", "&lt;", "<!--", "-->", "x", "\0", "<!DOCTYPE").ListOf(), parts =>
        {
            var isRead = SvgUpload.TryRead(Encoding.UTF8.GetBytes(string.Concat(parts)), out var picture, out var refusal);
            Assert.Equal(isRead, refusal is null);
            Assert.Equal(isRead, picture is not null);
        }, runs: 3000);

    private static string InSvg(string inside) => $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>{inside}</svg>";

    private static Picture Read(string svg)
    {
        Assert.True(SvgUpload.TryRead(Encoding.UTF8.GetBytes(svg), out var picture, out var refusal), refusal?.Detail);
        return picture;
    }

    private static void Refused(PictureError error, string svg)
    {
        Assert.False(SvgUpload.TryRead(Encoding.UTF8.GetBytes(svg), out _, out var refusal));
        Assert.Equal(error, refusal.Error);
        Assert.NotEmpty(refusal.Detail);
    }
}
