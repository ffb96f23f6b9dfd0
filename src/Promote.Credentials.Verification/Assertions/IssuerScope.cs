using System.Text.Json;

namespace Promote.Credentials.Verification.Assertions;

/// <summary>Where an issuer's hosted assertions lie (Open Badges 2.0, VerificationObject): by default on the origin of its own id.</summary>
internal static class IssuerScope
{
    internal static bool Contains(JsonElement issuer, string? assertion)
    {
        if (!Uri.TryCreate(assertion, UriKind.Absolute, out var url) || !Uri.TryCreate(issuer.Text("id"), UriKind.Absolute, out var own))
        {
            return false;
        }

        var verification = issuer.Member("verification");
        var origins = Texts(verification, "allowedOrigins");
        var starts = Texts(verification, "startsWith");
        var isOfOrigin = origins.Count > 0
            ? origins.Any(origin => string.Equals(origin, url.Host, StringComparison.OrdinalIgnoreCase) || string.Equals(origin, url.Authority, StringComparison.OrdinalIgnoreCase) || origin == url.GetLeftPart(UriPartial.Authority))
            : url.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority);
        return starts.Count > 0
            // Compared as addresses, so that https://issuer.example does not stand for https://issuer.example.evil.
            ? (origins.Count == 0 || isOfOrigin) && starts.Any(start => StartsWith(url, start))
            : isOfOrigin;
    }

    private static bool StartsWith(Uri url, string start) =>
        Uri.TryCreate(start, UriKind.Absolute, out var prefix)
        && prefix.GetLeftPart(UriPartial.Authority) == url.GetLeftPart(UriPartial.Authority)
        && url.AbsoluteUri.StartsWith(prefix.AbsoluteUri, StringComparison.Ordinal);

    private static List<string> Texts(JsonElement owner, string name) =>
        [.. owner.Each(name).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)];
}
