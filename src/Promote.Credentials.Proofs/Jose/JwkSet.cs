using System.Buffers;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>
/// The keys of all issuers of a host, as served under <c>/.well-known/jwks.json</c> (RFC 7517 §5). Old keys stay: what they signed is still
/// to be verified.
/// </summary>
public static class JwkSet
{
    /// <summary>The set as JSON, in the order given.</summary>
    public static byte[] Write(IEnumerable<PublishedJwk> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var output = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys"u8);
            foreach (PublishedJwk key in keys)
            {
                json.WriteStartObject();
                WriteMembers(json, key);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    /// <summary>One key as JSON: what the URL in a JWT's <c>kid</c> leads to (Open Badges 3.0 §8.2.2 wants a JWK there, not a set).</summary>
    public static byte[] WriteOne(PublishedJwk key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            WriteMembers(json, key);
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, PublishedJwk key)
    {
        key.Key.WriteJwkMembers(json);
        json.WriteString("kid"u8, key.KeyId);
        json.WriteString("use"u8, "sig"u8);
        json.WriteString("alg"u8, key.Key.JwsAlgorithm);
        json.WriteString("iss"u8, key.Issuer);
    }
}
