using Microsoft.AspNetCore.WebUtilities;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Public.Holder;

namespace Promote.Credentials.Server.Tests.Public.Holder;

/// <summary>What a holder carries to other sites: addresses and code that name the public page and nothing else.</summary>
public sealed class HolderLinkTests
{
    private const string Page = "https://credentials.example/v/xBz1HJllTp3nBHlzg1lWJA";

    [Fact]
    public void LinkedIn_gets_the_achievement_the_issuer_the_months_and_the_public_page()
    {
        var badge = new BadgeView
        {
            Achievement = new() { Name = "Care & control: 100%" }, Issuer = new() { Name = "Țară #1" }, AwardedDate = "2026-01-31T23:30:00-02:00", ValidUntil = "2028-12-01T00:00:00Z",
        };
        var link = new Uri(LinkedInLink.Of(badge, "xBz1HJllTp3nBHlzg1lWJA", Page));

        Assert.Equal("https://www.linkedin.com/profile/add", link.GetLeftPart(UriPartial.Path));
        Assert.Equal(
            [
                ("startTask", "CERTIFICATION_NAME"), ("name", "Care & control: 100%"), ("organizationName", "Țară #1"), ("issueYear", "2026"), ("issueMonth", "2"),
                ("expirationYear", "2028"), ("expirationMonth", "12"), ("certUrl", Page), ("certId", "xBz1HJllTp3nBHlzg1lWJA"),
            ],
            QueryHelpers.ParseQuery(link.Query).Select(one => (one.Key, one.Value.ToString())));
    }

    [Fact]
    public void What_a_badge_does_not_say_is_left_out() =>
        Assert.Equal(["startTask", "certUrl", "certId"], QueryHelpers.ParseQuery(new Uri(LinkedInLink.Of(new BadgeView(), "x", Page)).Query).Keys);

    [Fact]
    public void The_code_for_a_website_cannot_be_broken_out_of() =>
        Assert.Equal(
            $"<a href=\"{Page}\" rel=\"noopener\"><img src=\"{Page}/qr.svg\" alt=\"&lt;/a&gt;&quot; onerror=&quot;x\" width=\"176\" height=\"176\"></a>",
            EmbedCode.Of(Page, "</a>\" onerror=\"x"));

    [Fact]
    public void An_award_offers_what_it_was_issued_in_and_what_is_made_from_that()
    {
        Assert.Equal(["ob3", "pdf", "certificate-svg", "ob3-png", "ob3-svg"], Names("ob3"));
        Assert.Equal(["ob3", "pdf", "certificate-svg", "ob3-png", "ob3-svg", "ob3-jwt", "ob3-jwt-png", "ob3-jwt-svg"], Names("ob3", "ob3-jwt"));
        Assert.Equal(["ob3", "pdf", "certificate-svg", "europass", "ob3-png", "ob3-svg"], Names("ob3", "europass"));
        Assert.Equal(["ob2", "ob2-jwt", "ob2-png", "ob2-svg", "ob3-ecdsa"], Names("ob3-ecdsa", "ob2", "ob2-jwt"));
        Assert.Empty(Names());
    }

    private static IEnumerable<string> Names(params string[] issued) => DownloadGroup.Of(issued).SelectMany(group => group.Downloads).Select(download => download.Name);
}
