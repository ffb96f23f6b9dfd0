using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Verification;

/// <summary>Badges as JWTs, with claims and headers as a test wants them.</summary>
internal static class Jwt
{
    public static SigningKey Key { get; } = NewKeys.Signing(KeyAlgorithm.P256);

    /// <summary>The badge with the claims of Open Badges 3.0 behind it.</summary>
    public static JsonObject Payload(Badge badge)
    {
        var payload = badge.Json.DeepClone().AsObject();
        payload["iss"] = payload["issuer"]!["id"]!.DeepClone();
        payload["jti"] = payload["id"]!.DeepClone();
        payload["nbf"] = Badge.IssuedAt.ToUnixTimeSeconds();
        payload["sub"] = payload["credentialSubject"]!["id"]!.DeepClone();
        return payload;
    }

    public static byte[] Sign(JsonObject payload, string? keyId, SigningKey? key = null, string type = "JWT") =>
        CompactJws.Sign(Encoding.UTF8.GetBytes(payload.ToJsonString()), key ?? Key, keyId, type);

    /// <summary>A JWS over any header, as a forger writes it.</summary>
    public static byte[] WithHeader(string header, byte[] jws)
    {
        var parts = Encoding.ASCII.GetString(jws).Split('.');
        return Encoding.ASCII.GetBytes($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}");
    }
}
