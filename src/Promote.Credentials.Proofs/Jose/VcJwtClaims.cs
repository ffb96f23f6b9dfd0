using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>
/// The values that stand in a JWT twice, as members of the credential and as claims. Where they differ, one reader would believe the
/// one and another the other.
/// </summary>
internal sealed class VcJwtClaims(JsonElement payload)
{
    public string? IssuerId => payload.TryGetProperty("issuer", out JsonElement issuer) ? IdOf(issuer) : null;

    public string? Id => Text(payload, "id");

    public string? SubjectId =>
        payload.TryGetProperty("credentialSubject", out JsonElement subject) && subject.ValueKind == JsonValueKind.Object ? Text(subject, "id") : null;

    public string? ValidFrom => Text(payload, "validFrom");

    public string? ValidUntil => Text(payload, "validUntil");

    /// <summary>The first claim that does not say what the document says, in a sentence; null where all agree.</summary>
    /// <param name="required">Whether iss, jti, nbf, and exp beside validUntil, have to be there. The samples of 1EdTech have no sub.</param>
    public string? FindDisagreement(bool required) =>
        CheckText("iss", IssuerId, "issuer.id", required)
        ?? CheckText("jti", Id, "id", required)
        ?? CheckText("sub", SubjectId, "credentialSubject.id", required: false)
        ?? CheckTime("nbf", "validFrom", required)
        ?? CheckTime("exp", "validUntil", required && payload.TryGetProperty("validUntil", out _));

    /// <summary>Whether an instant is before or behind the period that document and claims agree on; null without an instant.</summary>
    public VcJwtResult? FindPeriodError(DateTimeOffset? now) =>
        Instant("validFrom") > now ? VcJwtResult.Failed(VcJwtErrors.NotYetValid, $"It is valid from {ValidFrom}.")
        : Instant("validUntil") <= now ? VcJwtResult.Failed(VcJwtErrors.Expired, $"It was valid until {ValidUntil}.")
        : null;

    private string? CheckText(string claim, string? value, string member, bool required)
    {
        if (!payload.TryGetProperty(claim, out JsonElement found))
        {
            return required ? $"The claim {claim} is missing." : null;
        }
        return found.ValueKind == JsonValueKind.String && value is not null && found.ValueEquals(value)
            ? null
            : $"The claim {claim} is not the document's {member}.";
    }

    private string? CheckTime(string claim, string member, bool required)
    {
        if (!payload.TryGetProperty(claim, out JsonElement found))
        {
            return required ? $"The claim {claim} is missing." : null;
        }
        return found.ValueKind == JsonValueKind.Number
            && found.TryGetInt64(out long seconds)
            && Instant(member) is { } instant
            && instant.UtcTicks % TimeSpan.TicksPerSecond == 0
            && instant.ToUnixTimeSeconds() == seconds
                ? null
                : $"The claim {claim} is not the document's {member}.";
    }

    private DateTimeOffset? Instant(string member) =>
        Text(payload, member) is { } text && XmlDateTimeStamp.TryParse(text, out DateTimeOffset instant) ? instant : null;

    /// <summary>An issuer is its URL, or an object with one.</summary>
    private static string? IdOf(JsonElement issuer) => issuer.ValueKind switch
    {
        JsonValueKind.String => issuer.GetString(),
        JsonValueKind.Object => Text(issuer, "id"),
        _ => null,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
