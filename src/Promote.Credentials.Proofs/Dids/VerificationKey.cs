using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>The key inside a verification method: as Multikey, Ed25519VerificationKey2020 or JsonWebKey.</summary>
internal static class VerificationKey
{
    /// <summary>False for a kind of method or key that is not known here, and for a method that publishes its private part.</summary>
    public static bool TryRead(JsonElement method, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        return Text(method, "type") switch
        {
            "Multikey" => !method.TryGetProperty("secretKeyMultibase", out _) && PublicKey.TryFromMultikey(Text(method, "publicKeyMultibase"), out key),
            "Ed25519VerificationKey2020" => PublicKey.TryFromMultikey(Text(method, "publicKeyMultibase"), out key),
            "JsonWebKey" or "JsonWebKey2020" => method.TryGetProperty("publicKeyJwk", out JsonElement jwk) && TryReadJwk(jwk, out key),
            _ => false,
        };
    }

    /// <summary>An OKP key of RFC 8037 §2, without <c>d</c>.</summary>
    private static bool TryReadJwk(JsonElement jwk, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        return jwk.ValueKind == JsonValueKind.Object
            && !jwk.TryGetProperty("d", out _)
            && Text(jwk, "kty") == "OKP"
            && Text(jwk, "crv") == "Ed25519"
            && TryOctets(Text(jwk, "x"), out byte[] octets)
            && PublicKey.TryCreate(KeyAlgorithm.Ed25519, octets, out key);
    }

    /// <summary>Base64url in its one form: 43 characters for 32 bytes, no padding.</summary>
    private static bool TryOctets(string text, out byte[] octets)
    {
        octets = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        return Base64Url.EncodeToString(octets) == text;
    }

    private static string Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
}
