using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>A credential or presentation as it stands in a JWT. Nothing of it is verified: that is <see cref="CompactJws.Verify"/>.</summary>
public sealed class VcJwtDocument
{
    private VcJwtDocument(byte[] utf8, bool isLegacy, bool requiresClaims, IReadOnlyList<VcJwtDisagreement> disagreements, string? audience, string? nonce) =>
        (Utf8, IsLegacy, RequiresClaims, Disagreements, Audience, Nonce) = (utf8, isLegacy, requiresClaims, disagreements, audience, nonce);

    /// <summary>The document's own members, without the claims around them; each value byte for byte as it was signed.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Whether it stands in a claim <c>vc</c> or <c>vp</c>, as in version 1.1 of the data model (§6.3.1).</summary>
    public bool IsLegacy { get; }

    /// <summary>Whether the standard of its type wants every claim to be there (Open Badges 3.0 §8.2.3), not only those that are to agree (VC-JOSE-COSE §3.1.3).</summary>
    public bool RequiresClaims { get; }

    /// <summary>The claims that do not repeat the document.</summary>
    public IReadOnlyList<VcJwtDisagreement> Disagreements { get; }

    /// <summary><c>aud</c>: for whom a presentation was made; null where absent or no single text.</summary>
    public string? Audience { get; }

    /// <summary><c>nonce</c>: the challenge that a presentation answers; null where absent or no text.</summary>
    public string? Nonce { get; }

    /// <summary>Reads the payload; the first thing that is wrong is told in <paramref name="error"/>.</summary>
    /// <param name="jws">A JWS whose payload is the document, or holds it in a claim.</param>
    /// <param name="document">What was read.</param>
    /// <param name="error">A sentence.</param>
    public static bool TryRead(CompactJws jws, [NotNullWhen(true)] out VcJwtDocument? document, out string error)
    {
        ArgumentNullException.ThrowIfNull(jws);
        document = null;
        if (!VcJwtType.IsKnown(jws.Header.Type) && !VcJwtType.IsKnownForPresentation(jws.Header.Type))
        {
            error = "The header's typ is that of a token for something else.";
            return false;
        }
        error = "The payload is not an object.";
        try
        {
            using JsonDocument payload = StrictJson.Parse(jws.Payload);
            if (payload.RootElement.ValueKind == JsonValueKind.Object)
            {
                document = Read(payload.RootElement, jws.Header.Type, out error);
            }
        }
        catch (MalformedJsonException malformed)
        {
            error = $"The payload is not strict JSON: {malformed.Code}.";
        }
        return document is not null;
    }

    private static VcJwtDocument? Read(JsonElement payload, string? type, out string error)
    {
        error = "";
        bool isLegacy = TryLegacy(payload, "vc", out JsonElement inner) || TryLegacy(payload, "vp", out inner);
        if (isLegacy && (payload.TryGetProperty("@context", out _) || !VcJwtType.MayBeLegacy(type)))
        {
            error = "The payload has a document in a claim, which a token of this type may not have, or is another one itself: no reader could tell which one counts.";
            return null;
        }
        bool isPresentation = Names(document: isLegacy ? inner : payload, "VerifiablePresentation");
        if (isPresentation ? !VcJwtType.IsKnownForPresentation(type) : !VcJwtType.IsKnown(type))
        {
            error = "The header's typ is not that of the document inside.";
            return null;
        }
        JsonElement document = isLegacy ? inner : payload;
        IReadOnlyList<VcJwtDisagreement> disagreements = [.. new VcJwtClaims(payload, document).FindDisagreements()];
        return new VcJwtDocument(VcJwtPayload.WithoutClaims(document), isLegacy, VcJwtType.RequiresClaims(type), disagreements, Text(payload, "aud"), Text(payload, "nonce"));
    }

    private static bool TryLegacy(JsonElement payload, string claim, out JsonElement document) =>
        payload.TryGetProperty(claim, out document) && document.ValueKind == JsonValueKind.Object;

    private static bool Names(JsonElement document, string name) => document.TryGetProperty("type", out JsonElement type) && type.ValueKind switch
    {
        JsonValueKind.String => type.ValueEquals(name),
        JsonValueKind.Array => type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(name)),
        _ => false,
    };

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
