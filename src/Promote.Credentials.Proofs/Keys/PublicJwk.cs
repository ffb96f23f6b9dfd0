using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>JWK → public key, strictly: what another reader might take for another key is none.</summary>
internal static class PublicJwk
{
    /// <summary>RFC 7518 §6.2.2, §6.3.2, §6.4: whoever publishes one of these gave the key away.</summary>
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    public static PublicKey? TryRead(JsonElement jwk)
    {
        if (jwk.ValueKind != JsonValueKind.Object || PrivateMembers.Any(name => jwk.TryGetProperty(name, out _)) || !IsForVerifying(jwk))
        {
            return null;
        }
        PublicKey? key = Text(jwk, "kty") switch
        {
            "OKP" when Text(jwk, "crv") == "Ed25519" && TryOctets(jwk, "x", out byte[]? x) => Ed25519PublicKey.TryCreate(x),
            "EC" when EcCurve.Find(Text(jwk, "crv")) is { } curve && TryOctets(jwk, "x", out byte[]? x) && TryOctets(jwk, "y", out byte[]? y) => EcdsaPublicKey.TryCreate(curve, x, y),
            "RSA" when TryOctets(jwk, "n", out byte[]? n) && TryOctets(jwk, "e", out byte[]? e) => RsaPublicKey.TryCreate(n, e),
            _ => null,
        };
        return key is not null && HasAlgorithmOf(key, jwk) ? key : null;
    }

    /// <summary>A member that is a string; empty for any other.</summary>
    public static string Text(JsonElement jwk, string name) =>
        jwk.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>A member in base64url in its one form: no padding, no white space, no bits left over.</summary>
    public static bool TryOctets(JsonElement jwk, string name, [NotNullWhen(true)] out byte[]? octets)
    {
        string text = Text(jwk, name);
        octets = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        return octets.Length > 0 && Base64Url.EncodeToString(octets) == text;
    }

    /// <summary>RFC 7517 §4.2 and §4.3.</summary>
    private static bool IsForVerifying(JsonElement jwk) =>
        (!jwk.TryGetProperty("use", out JsonElement use) || (use.ValueKind == JsonValueKind.String && use.ValueEquals("sig"u8)))
        && (!jwk.TryGetProperty("key_ops", out JsonElement operations)
            || (operations.ValueKind == JsonValueKind.Array && operations.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.String && entry.ValueEquals("verify"u8))));

    /// <summary>RFC 7517 §4.4; <c>Ed25519</c> is the fully specified name of RFC 9864 §2.2.</summary>
    private static bool HasAlgorithmOf(PublicKey key, JsonElement jwk) =>
        !jwk.TryGetProperty("alg", out _)
        || Text(jwk, "alg") == key.JwsAlgorithm
        || (key.Algorithm == KeyAlgorithm.Ed25519 && Text(jwk, "alg") == "Ed25519");
}
