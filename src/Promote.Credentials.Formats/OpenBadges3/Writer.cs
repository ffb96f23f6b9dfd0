using System.Text.Json;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.StatusLists;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>Writes an award as an unsigned OpenBadgeCredential (Open Badges 3.0 on VC Data Model 2.0). Everything a reader sees is in the issuer's primary language.</summary>
public static class Writer
{
    /// <summary>Writes the credential; the same award and ids give the same bytes.</summary>
    public static Draft Write(Award award, CredentialIds ids)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(ids);
        return new Draft(FormatList.OpenBadges3, CompactJson.Object(json => WriteCredential(json, award, ids, subjectId: null)));
    }

    /// <summary>The same for a VC-JWT, whose subject has an id: the claim <c>sub</c> says it again.</summary>
    public static Draft WriteWithSubject(Award award, CredentialIds ids)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(ids);
        return new Draft(FormatList.OpenBadges3Jwt, CompactJson.Object(json => WriteCredential(json, award, ids, ids.SubjectId)));
    }

    /// <summary>Writes one language of an achievement version alone: what its URL answers as JSON. Its <c>id</c> is that URL.</summary>
    public static byte[] WriteAchievement(AchievementEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Alone(json => AchievementPart.WriteMembers(json, edition, []));
    }

    /// <summary>Writes the public profile of an issuer alone, in the given language.</summary>
    public static byte[] WriteProfile(IssuerProfile profile, string language)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Alone(json => ProfilePart.WriteMembers(json, profile, language));
    }

    private static void WriteCredential(Utf8JsonWriter json, Award award, CredentialIds ids, string? subjectId)
    {
        var issuer = new IssuerProfile(award.Issuer, ids.IssuerDid, ids.Urls);
        var edition = AchievementEdition.Primary(award.Achievement, issuer);
        WriteContext(json);
        json.WriteString("id"u8, ids.Urls.Credential(ids.PublicId));
        json.WriteStartArray("type"u8);
        json.WriteStringValue("VerifiableCredential"u8);
        json.WriteStringValue("OpenBadgeCredential"u8);
        json.WriteEndArray();
        json.WriteString("name"u8, edition.Text(award.Achievement.Content.Name));
        json.WriteStartObject("issuer"u8);
        ProfilePart.WriteMembers(json, issuer, edition.Language);
        json.WriteEndObject();
        json.WriteInstant("validFrom"u8, award.ValidFrom);
        json.WriteInstant("validUntil"u8, award.ValidUntil);
        json.WriteInstant("awardedDate"u8, award.AwardedOn);
        json.WriteStartObject("credentialSubject"u8);
        json.WriteOptional("id"u8, subjectId);
        SubjectPart.WriteMembers(json, award, edition, ids.Salt);
        json.WriteEndObject();
        EvidencePart.Write(json, award.Evidence);
        EntryPart.Write(json, ids.Status, ids.Urls);
    }

    private static byte[] Alone(Action<Utf8JsonWriter> members) => CompactJson.Object(json =>
    {
        WriteContext(json);
        members(json);
    }).ToArray();

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartArray("@context"u8);
        json.WriteStringValue(Terms.CredentialsContext);
        json.WriteStringValue(Terms.OpenBadgesContext);
        json.WriteEndArray();
    }
}
