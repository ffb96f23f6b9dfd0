using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>
/// The values that stand in a JWT twice, as members of the document and as claims (Open Badges 3.0 §8.2.3; Verifiable Credentials 1.1
/// §6.3.1 for the document in a claim <c>vc</c> or <c>vp</c>).
/// </summary>
internal sealed class VcJwtClaims(JsonElement payload, JsonElement document)
{
    public VcJwtClaims(JsonElement payload)
        : this(payload, payload)
    {
    }

    /// <summary>Of a presentation its holder, who is the one who signs it (VC-JOSE-COSE §3.1.2).</summary>
    public string? IssuerId => document.TryGetProperty("issuer", out JsonElement issuer) || document.TryGetProperty("holder", out issuer) ? IdOf(issuer) : null;

    public string? Id => Text(document, "id");

    public string? SubjectId =>
        document.TryGetProperty("credentialSubject", out JsonElement subject) && subject.ValueKind == JsonValueKind.Object ? Text(subject, "id") : null;

    public string? ValidFrom => Text(document, "validFrom");

    public string? ValidUntil => Text(document, "validUntil");

    private bool HasIssuanceDate => document.TryGetProperty("issuanceDate", out _);

    /// <summary>Every claim that does not repeat the document. A missing claim of a value that the document lacks too is none.</summary>
    public IEnumerable<VcJwtDisagreement> FindDisagreements() => new[]
    {
        CheckText("iss", IssuerId, "issuer.id"),
        CheckText("jti", Id, "id"),
        CheckText("sub", SubjectId, "credentialSubject.id"),
        CheckTime("nbf", HasIssuanceDate ? "issuanceDate" : "validFrom"),
        CheckTime("exp", HasIssuanceDate ? "expirationDate" : "validUntil"),
    }.OfType<VcJwtDisagreement>();

    /// <summary>Whether an instant is before or behind the period that document and claims agree on; null without an instant.</summary>
    public VcJwtResult? FindPeriodError(DateTimeOffset? now) =>
        Instant("validFrom") > now ? VcJwtResult.Failed(VcJwtErrors.NotYetValid, $"It is valid from {ValidFrom}.")
        : Instant("validUntil") <= now ? VcJwtResult.Failed(VcJwtErrors.Expired, $"It was valid until {ValidUntil}.")
        : null;

    private VcJwtDisagreement? CheckText(string claim, string? value, string member)
    {
        if (!payload.TryGetProperty(claim, out JsonElement found))
        {
            return value is null ? null : new(claim, member, IsMissing: true);
        }
        return found.ValueKind == JsonValueKind.String && value is not null && found.ValueEquals(value) ? null : new(claim, member, IsMissing: false);
    }

    private VcJwtDisagreement? CheckTime(string claim, string member)
    {
        if (!payload.TryGetProperty(claim, out JsonElement found))
        {
            return document.TryGetProperty(member, out _) ? new(claim, member, IsMissing: true) : null;
        }
        return found.ValueKind == JsonValueKind.Number
            && found.TryGetInt64(out long seconds)
            && Instant(member) is { } instant
            && instant.UtcTicks % TimeSpan.TicksPerSecond == 0
            && instant.ToUnixTimeSeconds() == seconds
                ? null
                : new(claim, member, IsMissing: false);
    }

    private DateTimeOffset? Instant(string member) =>
        Text(document, member) is { } text && XmlDateTimeStamp.TryParse(text, out DateTimeOffset instant) ? instant : null;

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
