using Microsoft.AspNetCore.Http;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>Which language a page is in, by what the reader asks for, what there is, and whose it is.</summary>
public sealed class PageLanguageTests
{
    private static readonly string[] Ten = ["en", "ro", "pt", "lt", "de", "it", "tr", "nl", "da", "fr"];

    [Theory]
    [InlineData("de", "de")]
    [InlineData("pt-BR", "pt")]
    [InlineData("de-CH, fr;q=0.5", "de")]
    [InlineData("fr;q=0.5, de-CH", "de")]
    [InlineData("fi, sv;q=0.9, nl;q=0.3, da;q=0.2", "nl")]
    [InlineData("de;q=0, tr;q=0.1", "tr")]
    [InlineData("LT-lt", "lt")]
    [InlineData("fi", "ro")]
    [InlineData("*", "ro")]
    [InlineData("", "ro")]
    [InlineData("de;q=2;;, ,,%&", "ro")]
    public void Accept_Language_counts_by_weight_and_without_its_region(string header, string expected) =>
        Assert.Equal(expected, Chosen(header, null, Ten, "ro").Shown);

    [Theory]
    [InlineData("?lang=lt", "lt")]
    [InlineData("?lang=pt-BR", "pt")]
    [InlineData("?lang=xx", "de")]
    [InlineData("?lang=", "de")]
    [InlineData("?lang=%3Cscript%3E", "de")]
    [InlineData("?lang=nl&lang=da", "nl")]
    public void A_choice_by_the_switch_wins_and_an_unknown_one_is_ignored(string query, string expected) =>
        Assert.Equal(expected, Chosen("de", query, Ten, "ro").Shown);

    [Theory]
    [InlineData("de", "ro")]
    [InlineData("de, en;q=0.1", "en")]
    public void What_the_content_does_not_have_is_not_chosen(string header, string expected)
    {
        var (shown, page, context) = Chosen(header, "?lang=de", ["ro", "en"], "ro");
        Assert.Equal((expected, expected), (shown, page.Language.Tag));
        Assert.Equal(["en", "ro"], page.Offered.Select(language => language.Tag));
        Assert.Equal((expected, "Accept-Language"), (context.Response.Headers.ContentLanguage.ToString(), context.Response.Headers.Vary.ToString()));
    }

    [Fact]
    public void An_issuer_whose_language_has_no_texts_here_gets_an_English_page_with_English_content_if_there_is_any()
    {
        Assert.Equal("en", Chosen("de", null, ["fi", "en"], "fi").Shown);
        var (shown, page, _) = Chosen("de", null, ["fi"], "fi");
        Assert.Equal(("fi", "en"), (shown, page.Language.Tag));
    }

    [Fact]
    public void A_page_without_content_is_in_any_of_the_ten() => Assert.Equal("tr", Chosen("tr", null, null, null).Page.Language.Tag);

    [Fact]
    public void The_language_of_the_address_stands_between_the_switch_and_the_browser()
    {
        var page = new PageLanguage();
        Assert.Equal("ro", page.Choose(Request("de", null), Ten, "en", ofAddress: "ro"));
        Assert.Equal("it", page.Choose(Request("de", "?lang=it"), Ten, "en", ofAddress: "ro"));
    }

    private static (string? Shown, PageLanguage Page, HttpContext Context) Chosen(string header, string? query, string[]? written, string? issuer)
    {
        var (page, context) = (new PageLanguage(), Request(header, query));
        return (page.Choose(context, written, issuer), page, context);
    }

    private static DefaultHttpContext Request(string header, string? query)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;
        context.Request.QueryString = new QueryString(query);
        return context;
    }
}
