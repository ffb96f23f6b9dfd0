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
            "JsonWebKey" or "JsonWebKey2020" => method.TryGetProperty("publicKeyJwk", out JsonElement jwk) && PublicKey.TryFromJwk(jwk, out key),
            _ => false,
        };
    }

    private static string Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
}
