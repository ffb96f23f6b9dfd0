using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>Payload → compact JWS, by Microsoft.IdentityModel.JsonWebTokens, which signs through our key.</summary>
internal static class JwsWriter
{
    // Without default times: the payload is what the caller wrote, and has its own nbf and exp.
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static byte[] Write(ReadOnlySpan<byte> payload, SigningKey key, string? keyId, string type)
    {
        var credentials = new SigningCredentials(new JwsSecurityKey(key, keyId), key.PublicKey.JwsAlgorithm);
        Dictionary<string, object> header = [];
        if (keyId is null)
        {
            header.Add("jwk", Jwk(key.PublicKey));
        }
        header.Add("typ", type);
        return Encoding.ASCII.GetBytes(Handler.CreateToken(Encoding.UTF8.GetString(payload), credentials, header));
    }

    private static JsonElement Jwk(PublicKey key)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            key.WriteJwkMembers(json);
            json.WriteEndObject();
        }
        using JsonDocument document = StrictJson.Parse(output.WrittenMemory);
        return document.RootElement.Clone();
    }
}
