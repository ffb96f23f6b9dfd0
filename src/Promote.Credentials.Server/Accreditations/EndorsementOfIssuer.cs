using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Server.Accreditations;

/// <summary>The unsigned EndorsementCredential of Open Badges 3.0 (§B.2) by which one issuer accredits another.</summary>
internal static class EndorsementOfIssuer
{
    private const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /// <param name="url">Its own address.</param>
    /// <param name="by">Who accredits, and the DID that signs.</param>
    /// <param name="member">Who is accredited, and the DID that its documents name.</param>
    /// <param name="asked">From when to when, and what is said.</param>
    public static JsonElement Write(string url, (Issuer Issuer, string Did) by, (Issuer Issuer, string Did) member, NewAccreditation asked, DateTimeOffset now)
    {
        var document = new JsonObject
        {
            ["@context"] = new JsonArray(VersionTwo.Context, OpenBadges),
            ["id"] = url,
            ["type"] = new JsonArray("VerifiableCredential", "EndorsementCredential"),
            ["name"] = $"Accreditation of {NameOf(member.Issuer)}",
            ["issuer"] = new JsonObject { ["id"] = by.Did, ["type"] = new JsonArray("Profile"), ["name"] = NameOf(by.Issuer) },
            ["validFrom"] = Instant(asked.ValidFrom ?? now),
            ["credentialSubject"] = new JsonObject { ["id"] = member.Did, ["type"] = new JsonArray("EndorsementSubject") },
        };
        if (asked.ValidUntil is { } end)
        {
            document["validUntil"] = Instant(end);
        }

        if (asked.Comment is { } comment)
        {
            document["credentialSubject"]!["endorsementComment"] = comment;
        }

        return JsonSerializer.SerializeToElement(document);
    }

    private static string NameOf(Issuer issuer) => issuer.Name.InOrElse(issuer.PrimaryLanguage, "en");

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
