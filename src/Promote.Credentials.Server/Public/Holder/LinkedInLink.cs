using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Promote.Credentials.Formats.OpenBadges3.Views;

namespace Promote.Credentials.Server.Public.Holder;

/// <summary>
/// The address of LinkedIn's form for a certification, filled in (https://addtoprofile.linkedin.com). It names the public
/// verification page, never the holder's link. The reader goes there or does not: the page itself asks LinkedIn for nothing.
/// </summary>
internal static class LinkedInLink
{
    private const string Form = "https://www.linkedin.com/profile/add";

    public static string Of(BadgeView badge, string publicId, string verificationUrl)
    {
        var query = new Dictionary<string, string?>
        {
            ["startTask"] = "CERTIFICATION_NAME",
            ["name"] = badge.Achievement?.Name,
            ["organizationName"] = badge.Issuer.Name,
        };
        AddMonth(query, "issue", badge.AwardedDate ?? badge.ValidFrom);
        AddMonth(query, "expiration", badge.ValidUntil);
        query["certUrl"] = verificationUrl;
        query["certId"] = publicId;
        return QueryHelpers.AddQueryString(Form, query.Where(one => one.Value is not null));
    }

    private static void AddMonth(Dictionary<string, string?> query, string which, string? signed)
    {
        if (DateTimeOffset.TryParse(signed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            query[$"{which}Year"] = instant.UtcDateTime.Year.ToString(CultureInfo.InvariantCulture);
            query[$"{which}Month"] = instant.UtcDateTime.Month.ToString(CultureInfo.InvariantCulture);
        }
    }
}
