using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.OpenBadges3;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>
/// Writes an award as an Open Badges 2.0 Assertion, and what an Assertion leads to. All of it is in the issuer's primary language:
/// the context has no member for another, and <c>@language</c> on an object is dropped by JSON-LD processors.
/// </summary>
public static class Writer
{
    /// <summary>An Assertion that is trusted because this service answers it under its id.</summary>
    public static Draft WriteHosted(Award award, CredentialIds ids)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(ids);
        return new Draft(FormatList.OpenBadges2, Document(json => AssertionPart.WriteHosted(json, award, ids)));
    }

    /// <summary>An Assertion to be signed as a JWS.</summary>
    /// <exception cref="ArgumentException">The ids name no key.</exception>
    public static Draft WriteSigned(Award award, CredentialIds ids)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(ids);
        return ids.KeyUrl is { } key
            ? new Draft(FormatList.OpenBadges2Jwt, Document(json => AssertionPart.WriteSigned(json, award, ids, key)))
            : throw new ArgumentException("A signed Assertion names the key that signs it.", nameof(ids));
    }

    /// <summary>What is left of a revoked hosted Assertion: the body of <c>410 Gone</c> under its id.</summary>
    /// <param name="assertionUrl">The id of the Assertion.</param>
    /// <param name="reason">What the public is told, or null.</param>
    public static byte[] WriteRevoked(string assertionUrl, string? reason) => Document(json =>
    {
        json.WriteString("id"u8, assertionUrl);
        json.WriteString("type"u8, "Assertion"u8);
        json.WriteBoolean("revoked"u8, true);
        json.WriteOptional("revocationReason"u8, reason);
    }).ToArray();

    /// <summary>A version of an achievement as a BadgeClass.</summary>
    public static byte[] WriteBadgeClass(AchievementVersion version, IssuerProfile issuer)
    {
        var edition = AchievementEdition.Primary(version, issuer);
        return Document(json => BadgeClassPart.WriteMembers(json, edition)).ToArray();
    }

    /// <summary>The Profile of an issuer. An e-mail address is required of one that awards; without it the Profile still answers for what was awarded before.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="keyUrls">Its keys for signed Assertions, those that sign no more included: old Assertions name them.</param>
    public static byte[] WriteIssuer(IssuerProfile issuer, IReadOnlyList<string> keyUrls)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(keyUrls);
        return Document(json => IssuerPart.WriteMembers(json, issuer, keyUrls)).ToArray();
    }

    /// <summary>A key of an issuer for signed Assertions.</summary>
    /// <param name="issuer">The issuer that owns it.</param>
    /// <param name="keyUrl">Its id, which <c>verification.creator</c> names.</param>
    /// <param name="publicKeyPem">The public key, a PEM SubjectPublicKeyInfo.</param>
    public static byte[] WriteKey(IssuerProfile issuer, string keyUrl, string publicKeyPem)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return Document(json =>
        {
            json.WriteString("id"u8, keyUrl);
            json.WriteString("type"u8, "CryptographicKey"u8);
            json.WriteString("owner"u8, issuer.Urls.OpenBadges2Issuer(issuer.Issuer.Slug));
            json.WriteString("publicKeyPem"u8, publicKeyPem);
        }).ToArray();
    }

    /// <summary>The signed Assertions of an issuer that hold no more; hosted ones answer for themselves.</summary>
    public static byte[] WriteRevocationList(IssuerProfile issuer, IEnumerable<RevokedAssertion> revoked)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(revoked);
        return Document(json => RevocationListPart.WriteMembers(json, issuer, revoked)).ToArray();
    }

    private static ReadOnlyMemory<byte> Document(Action<Utf8JsonWriter> members) => CompactJson.Object(json =>
    {
        json.WriteString("@context"u8, Terms.Context);
        members(json);
    });
}
