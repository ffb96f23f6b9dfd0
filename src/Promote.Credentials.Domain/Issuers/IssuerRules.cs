using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Issuers;

/// <summary>What stands between a request and an issuer.</summary>
public static partial class IssuerRules
{
    private const int MaxName = 200;
    private const int MaxDescription = 2000;

    /// <summary>All reasons against the issuer, with pointers to <c>/slug</c>, <c>/name</c>, <c>/description</c>, <c>/url</c>, <c>/image</c>, <c>/email</c>, <c>/country</c> and <c>/language</c>; empty when it can be kept.</summary>
    public static IReadOnlyList<Refusal> Check(Issuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var check = new RequestCheck();
        check.RefuseUnless(Slug.IsMatch(issuer.Slug), RefusalCode.InvalidValue, "/slug", "Make the slug of 2 to 63 small letters, digits and single hyphens between them.");
        check.LineIn(issuer.Name, "/name", issuer.PrimaryLanguage, MaxName);
        foreach (var (language, name) in issuer.Name)
        {
            check.RefuseUnless(!LookAlikes.AreIn(name), RefusalCode.UnsafeText, RequestCheck.At("/name", language), "Write each word of the name in plain letters of one script: mixed ones pass for others.");
        }

        check.BlockIn(issuer.Description, "/description", issuer.PrimaryLanguage, MaxDescription);
        check.WebLink(issuer.Url, "/url");
        check.WebLink(issuer.Image, "/image");
        check.Email(issuer.Email, "/email");
        check.RefuseUnless(Country.IsMatch(issuer.CountryCode), RefusalCode.InvalidValue, "/country", "Give the country's two capital letters of ISO 3166-1, such as RO.");
        check.RefuseUnless(LanguageTag.IsValid(issuer.PrimaryLanguage), RefusalCode.InvalidValue, "/language", "Name the language by two or three small letters, and a region where it matters: ro, pt-BR.");
        return check.Refusals;
    }

    // Also a label of a host name and of a did:web path.
    [GeneratedRegex("^(?=.{2,63}\\z)[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Slug { get; }

    [GeneratedRegex("^[A-Z]{2}\\z")]
    private static partial Regex Country { get; }
}
