using Promote.Credentials.Domain.Issuers;
using static Promote.Credentials.Tests.Domain.Samples;

namespace Promote.Credentials.Tests.Domain.Issuers;

public sealed class IssuerRulesTests
{
    [Fact]
    public void A_sound_issuer_is_taken() => Refused(issuer => issuer);

    [Theory]
    [InlineData("a")]
    [InlineData("CoVE")]
    [InlineData("-cove")]
    [InlineData("cove-")]
    [InlineData("co--ve")]
    [InlineData("co/ve")]
    [InlineData("covè")]
    public void A_slug_fits_into_URLs_and_DIDs(string slug) => Refused(issuer => issuer with { Slug = slug }, "InvalidValue /slug");

    [Fact]
    public void Its_other_members_are_checked_too()
    {
        Refused(issuer => issuer with { Name = Texts(("en", "Centre")) }, "MissingField /name/ro");
        Refused(issuer => issuer with { CountryCode = "ro" }, "InvalidValue /country");
        Refused(issuer => issuer with { CountryCode = "ROU" }, "InvalidValue /country");
        Refused(issuer => issuer with { Url = new("ftp://example.org") }, "InvalidLink /url");
        Refused(issuer => issuer with { Image = new("data:image/png;base64,AA") }, "InvalidLink /image");
        Refused(issuer => issuer with { Email = "office" }, "InvalidEmail /email");
        Refused(issuer => issuer with { PrimaryLanguage = "ro-ro", Name = Texts(("ro-RO", "x"), ("ro-ro", "y")) }, "InvalidValue /name/ro-ro", "InvalidValue /language");
    }

    private static void Refused(Func<Issuer, Issuer> change, params string[] expected) =>
        Assert.Equal(expected, Lines(IssuerRules.Check(change(Centre))));
}
