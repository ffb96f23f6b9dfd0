using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>A credential secured from outside, as a JWT (Open Badges 3.0 §8.2, Securing Verifiable Credentials using JOSE and COSE §3.1.1): made, verified.</summary>
public static class VcJwt
{
    /// <summary>
    /// The credential as a JWT of type <c>JWT</c>: its own members in their order and bytes, and <c>iss</c>, <c>jti</c>, <c>nbf</c>, <c>sub</c>, <c>exp</c> behind
    /// them. RS256 or ES256: validators in wide use refuse EdDSA.
    /// </summary>
    /// <param name="credential">An unsecured credential of the VC data model 2.0.</param>
    /// <param name="key">An RSA or P-256 key.</param>
    /// <param name="keyId">The URL under which the key's JWK is found; null to write the JWK itself into the header.</param>
    /// <exception cref="ArgumentException">
    /// The issuer's id, the id, the subject's id or validFrom is missing; a time has a fraction of a second; the credential has a member
    /// that the JWT adds; or the key is of another kind.
    /// </exception>
    internal static byte[] Sign(JsonElement credential, SigningKey key, string? keyId) =>
        key.PublicKey.Algorithm is KeyAlgorithm.Rsa or KeyAlgorithm.P256
            ? CompactJws.Sign(VcJwtPayload.Write(credential), key, keyId)
            : throw new ArgumentException($"A badge is signed as a JWT by RSA or P-256, not by {key.PublicKey.Algorithm}.", nameof(key));

    /// <summary>
    /// The verdict on a JWT, in this order: its form and type, its signature, whether its claims say what its document says, and, where
    /// <paramref name="now"/> is given, whether it is valid at that instant. Nothing in it makes this throw.
    /// </summary>
    public static VcJwtResult Verify(string jwt, PublicKey key, DateTimeOffset? now = null) => CompactJws.TryParse(jwt, out CompactJws? jws, out string error)
        ? Verify(jws, key, now)
        : VcJwtResult.Failed(VcJwtErrors.Malformed, error);

    /// <inheritdoc cref="Verify(string, PublicKey, DateTimeOffset?)"/>
    public static VcJwtResult Verify(ReadOnlySpan<byte> jwt, PublicKey key, DateTimeOffset? now = null) => CompactJws.TryParse(jwt, out CompactJws? jws, out string error)
        ? Verify(jws, key, now)
        : VcJwtResult.Failed(VcJwtErrors.Malformed, error);

    /// <inheritdoc cref="Verify(string, PublicKey, DateTimeOffset?)"/>
    public static VcJwtResult Verify(CompactJws jws, PublicKey key, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(jws);
        if (!VcJwtType.IsKnown(jws.Header.Type))
        {
            return VcJwtResult.Failed(VcJwtErrors.Type, "The header's typ is neither JWT, vc+jwt nor vc+ld+jwt.");
        }
        if (!jws.Verify(key))
        {
            return VcJwtResult.Failed(VcJwtErrors.Signature, "The signature is not over this JWT, or not by this key and its algorithm.");
        }
        if (!TryParsePayload(jws, out JsonDocument? payload, out string error))
        {
            return VcJwtResult.Failed(VcJwtErrors.Malformed, error);
        }
        using (payload)
        {
            var claims = new VcJwtClaims(payload.RootElement);
            bool isRequired = VcJwtType.RequiresClaims(jws.Header.Type);
            return claims.FindDisagreements().FirstOrDefault(one => !one.IsMissing || (isRequired && one.Claim != "sub")) is { } disagreement
                ? VcJwtResult.Failed(VcJwtErrors.Claims, disagreement.ToString())
                : claims.FindPeriodError(now) ?? VcJwtResult.Passed(VcJwtPayload.WithoutClaims(payload.RootElement));
        }
    }

    private static bool TryParsePayload(CompactJws jws, [NotNullWhen(true)] out JsonDocument? payload, out string error)
    {
        payload = null;
        error = "The payload is not an object.";
        try
        {
            JsonDocument parsed = StrictJson.Parse(jws.Payload);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
            {
                payload = parsed;
                return true;
            }
            parsed.Dispose();
        }
        catch (MalformedJsonException malformed)
        {
            error = $"The payload is not strict JSON: {malformed.Code}.";
        }
        return false;
    }
}
