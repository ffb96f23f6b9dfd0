using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Public.Holder;

/// <summary>Who says so, and since when, in one sentence.</summary>
internal static class AwardedBy
{
    public static string Text(BadgeView badge, Texts texts)
    {
        var date = SignedDate.Of(badge.AwardedDate ?? badge.ValidFrom, texts)?.Text;
        return (badge.Issuer.Name, date, IssuerDomain.Of(badge.Issuer.Id)) switch
        {
            ({ } issuer, { } day, { } domain) => texts.Format("holder.awardedByDomain", ("issuer", issuer), ("domain", domain), ("date", day)),
            ({ } issuer, { } day, null) => texts.Format("holder.awarded", ("issuer", issuer), ("date", day)),
            _ => "",
        };
    }
}
