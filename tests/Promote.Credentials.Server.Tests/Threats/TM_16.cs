using System.Net;
using System.Net.Sockets;
using System.Text;
using Promote.Credentials.Server.Tests.Pictures;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 16: an SVG picture runs script, asks other hosts, or is more than it looks when it is read.</summary>
public sealed class TM_16(AttackedService service) : IClassFixture<AttackedService>
{
    private const string Badge = "<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'>{}</b:credential>";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script href='https://evil.example/x.js'/>")]
    [InlineData("<SCRIPT>alert(1)</SCRIPT>")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>")]
    [InlineData("<rect onload='alert(1)'/>")]
    [InlineData("<rect ONLOAD='alert(1)'/>")]
    [InlineData("<animate onbegin='alert(1)' attributeName='x' dur='1s'/>")]
    [InlineData("<set attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<a href='javascript:alert(1)'><text>x</text></a>")]
    [InlineData("<a xmlns:l='http://www.w3.org/1999/xlink' l:href='javascript:alert(1)'/>")]
    [InlineData("<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.example/'/></foreignObject>")]
    [InlineData("<image href='https://evil.example/x.png'/>")]
    [InlineData("<image href='data:image/svg+xml;base64,PHN2Zy8+'/>")]
    [InlineData("<use href='https://evil.example/x.svg#a'/>")]
    [InlineData("<use href='data:image/svg+xml,x#a'/>")]
    [InlineData("<feImage href='https://evil.example/x.png'/>")]
    [InlineData("<style>@import 'https://evil.example/x.css';</style>")]
    [InlineData("<style>rect{fill:url(https://evil.example/x)}</style>")]
    [InlineData("<style>rect{fill:\\75 rl(https://evil.example/x)}</style>")]
    [InlineData("<style>@font-face{font-family:x;src:url(//evil.example/x)}</style>")]
    [InlineData("<rect style='background:url(&#x2F;/evil.example/x)'/>")]
    [InlineData("<rect fill='u&#114;l(https://evil.example/x)'/>")]
    [InlineData("<handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>alert(1)</handler>")]
    [InlineData("<g id='a'><use href='#a'/></g>")]
    public async Task What_could_run_or_ask_another_host_is_not_kept(string inside) => await IsNotKeptAsync(Svg(inside));

    [Theory]
    [InlineData("<rect filter='url(//evil.example/f.svg#f)'/>")]
    [InlineData("<rect cursor='url(https://evil.example/c.cur)'/>")]
    [InlineData("<metadata><script xmlns='http://www.w3.org/1999/xhtml'>evil()</script></metadata>")]
    [InlineData("<x:evil xmlns:x='https://evil.example/'><x:script>evil()</x:script></x:evil>")]
    [InlineData("<!-- <script>evil()</script> -->")]
    public async Task What_is_not_for_drawing_is_left_out(string inside)
    {
        var kept = await UploadPictureTests.UploadAsync(service.First, PictureSample.Body(Svg(inside)));
        Assert.DoesNotContain("evil", await service.Anonymous.GetStringAsync(new Uri(kept.Url).AbsolutePath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "<text>&x;</text>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'URL'>]>", "<text>&x;</text>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY % x SYSTEM 'URL'> %x;]>", "")]
    [InlineData("<!DOCTYPE svg SYSTEM 'URL'>", "")]
    [InlineData("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'URL'>", "")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>", "<text>&c;</text>")]
    [InlineData("<?xml-stylesheet href='URL'?><!DOCTYPE svg [<!ATTLIST rect onload CDATA 'alert(1)'>]>", "<rect/>")]
    public async Task What_a_document_type_names_is_neither_read_nor_asked_for(string before, string inside)
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var head = before.Replace("URL", $"http://127.0.0.1:{((IPEndPoint)stranger.LocalEndpoint).Port}/x", StringComparison.Ordinal);

        await IsNotKeptAsync(head + Svg(inside));
        await IsNoCredentialAsync(head + Svg(inside + Badge));
        Assert.False(stranger.Pending());
    }

    [Theory]
    [InlineData("<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'>{}</b:credential><b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'>{}</b:credential>")]
    [InlineData("<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0' verify='a.b.c'>{}</b:credential>")]
    [InlineData("<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'>{<script/>}</b:credential>")]
    [InlineData("<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0.evil'>{}</b:credential>")]
    [InlineData("<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'><i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/></b:credential>")]
    [InlineData("<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0' verify='javascript:alert(1)'/>")]
    [InlineData("<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'>&#x1F;{}</b:credential>")]
    public async Task A_badge_in_a_picture_that_can_be_read_in_two_ways_is_none(string inside) => await IsNoCredentialAsync(Svg(inside));

    [Fact]
    public async Task A_picture_of_ten_thousand_levels_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<g>", 10_000)) + string.Concat(Enumerable.Repeat("</g>", 10_000));
        await IsNotKeptAsync(Svg(deep));
        await IsNoCredentialAsync(Svg(deep));
    }

    [Fact]
    public async Task What_is_kept_can_do_nothing_when_it_is_opened_alone()
    {
        using var kept = await service.First.PostAsync("/api/v1/pictures", PictureSample.Body(PictureSample.Svg));
        using var answer = await service.Anonymous.GetAsync(kept.Headers.Location);

        Assert.StartsWith("sandbox;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(("attachment", "image/svg+xml"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentType?.ToString()));
    }

    private static string Svg(string inside) => $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>";

    private async Task IsNotKeptAsync(string svg)
    {
        using var answer = await service.First.PostAsync("/api/v1/pictures", PictureSample.Body(svg));
        Assert.True((int)answer.StatusCode == 422, $"{answer.StatusCode} {svg[..Math.Min(svg.Length, 200)]}");
    }

    private async Task IsNoCredentialAsync(string svg)
    {
        using var answer = await service.Anonymous.PostAsync("/api/v1/verify", PictureSample.Body(svg));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is 400 or 413 or 422, $"{answer.StatusCode} {text}");
    }
}
