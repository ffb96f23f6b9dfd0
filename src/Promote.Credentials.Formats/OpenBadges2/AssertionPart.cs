using System.Text.Json;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats.OpenBadges3;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>OB 2.0 Assertion: who earned which BadgeClass when, the recipient known only by a salted hash of an e-mail address.</summary>
internal static class AssertionPart
{
    internal static void WriteHosted(Utf8JsonWriter json, Award award, CredentialIds ids)
    {
        WriteMembers(json, award, ids, ids.Urls.Assertion(ids.AssertionId));
        json.WriteStartObject("verification"u8);
        json.WriteString("type"u8, Terms.HostedBadge);
        json.WriteEndObject();
    }

    internal static void WriteSigned(Utf8JsonWriter json, Award award, CredentialIds ids, string keyUrl)
    {
        WriteMembers(json, award, ids, ids.SignedAssertionId);
        json.WriteStartObject("verification"u8);
        json.WriteString("type"u8, Terms.SignedBadge);
        json.WriteString("creator"u8, keyUrl);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Award award, CredentialIds ids, string id)
    {
        json.WriteString("id"u8, id);
        json.WriteString("type"u8, "Assertion"u8);
        json.WriteStartObject("recipient"u8);
        json.WriteString("type"u8, Terms.Email);
        json.WriteBoolean("hashed"u8, true);
        json.WriteString("salt"u8, ids.Salt);
        json.WriteString("identity"u8, IdentityHash.Of(award.Learner.Email ?? throw new ArgumentException("Ask Format.Missing first: there is no e-mail address.", nameof(award)), ids.Salt));
        json.WriteEndObject();
        json.WriteString("badge"u8, ids.Urls.BadgeClass(award.Achievement.AchievementId, award.Achievement.Number));
        json.WriteInstant("issuedOn"u8, award.AwardedOn);
        json.WriteInstant("expires"u8, award.ValidUntil);
        json.WriteOptional("narrative"u8, award.Narrative);
        WriteEvidence(json, award.Evidence);
    }

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count == 0)
        {
            return;
        }

        json.WriteStartArray("evidence"u8);
        foreach (var item in evidence)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "Evidence"u8);
            json.WriteOptional("id"u8, item.Url?.AbsoluteUri);
            json.WriteOptional("name"u8, item.Name);
            json.WriteOptional("narrative"u8, item.Narrative);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
