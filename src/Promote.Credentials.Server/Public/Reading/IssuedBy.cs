using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>Who says so, in one sentence: by name, and by the domain that answers for it where there is one.</summary>
internal static class IssuedBy
{
    public static string? Text(BadgeView? badge, Texts texts) => (badge?.Issuer.Name, IssuerDomain.Of(badge?.Issuer.Id)) switch
    {
        ({ } issuer, { } domain) => texts.Format("pages.v.issuedByDomain", ("issuer", issuer), ("domain", domain)),
        ({ } issuer, null) => texts.Format("pages.v.issuedBy", ("issuer", issuer)),
        _ => null,
    };
}
