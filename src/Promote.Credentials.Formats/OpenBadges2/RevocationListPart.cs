using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>OB 2.0 RevocationList.</summary>
internal static class RevocationListPart
{
    internal static void WriteMembers(Utf8JsonWriter json, IssuerProfile issuer, IEnumerable<RevokedAssertion> revoked)
    {
        json.WriteString("id"u8, issuer.Urls.RevocationList(issuer.Issuer.Slug));
        json.WriteString("type"u8, "RevocationList"u8);
        json.WriteString("issuer"u8, issuer.Urls.OpenBadges2Issuer(issuer.Issuer.Slug));
        json.WriteStartArray("revokedAssertions"u8);
        foreach (var assertion in revoked)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, assertion.Id);
            json.WriteOptional("revocationReason"u8, assertion.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
