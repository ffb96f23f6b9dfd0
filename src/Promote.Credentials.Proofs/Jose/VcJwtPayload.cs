using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>Credential ↔ payload of its JWT: the credential's members, and claims that repeat some of them (Open Badges 3.0 §8.2.3).</summary>
internal static class VcJwtPayload
{
    /// <summary>The registered claims of RFC 7519 §4.1, and what a presentation answers (VC 1.1 §6.3.1). A credential has no member of these names.</summary>
    private static readonly string[] Claims = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "nonce"];

    /// <exception cref="ArgumentException">See <see cref="VcJwt.Sign"/>.</exception>
    public static byte[] Write(JsonElement credential)
    {
        if (credential.ValueKind != JsonValueKind.Object || Array.Exists(Claims, name => credential.TryGetProperty(name, out _)))
        {
            throw new ArgumentException("The credential is not an object, or has a member that the JWT adds.", nameof(credential));
        }
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(credential);
        var output = new ArrayBufferWriter<byte>(json.Length + 512);
        output.Write(json[..^1]);
        output.Write(","u8);
        output.Write(WriteClaims(new VcJwtClaims(credential)).AsSpan(1));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The members that are the credential's own, in their order, each value byte for byte.</summary>
    public static byte[] WithoutClaims(JsonElement payload)
    {
        var output = new ArrayBufferWriter<byte>(JsonMarshal.GetRawUtf8Value(payload).Length);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            foreach (JsonProperty member in payload.EnumerateObject().Where(member => !Claims.Contains(member.Name)))
            {
                json.WritePropertyName(member.Name);
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
            }
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static byte[] WriteClaims(VcJwtClaims document)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("iss"u8, Required(document.IssuerId, "issuer.id"));
            json.WriteString("jti"u8, Required(document.Id, "id"));
            json.WriteNumber("nbf"u8, WholeSeconds(Required(document.ValidFrom, "validFrom")));
            json.WriteString("sub"u8, Required(document.SubjectId, "credentialSubject.id"));
            if (document.ValidUntil is { } validUntil)
            {
                json.WriteNumber("exp"u8, WholeSeconds(validUntil));
            }
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static string Required(string? value, string name) =>
        value ?? throw new ArgumentException($"A credential without {name} cannot become a JWT.");

    /// <summary>NumericDate (RFC 7519 §2). With a fraction, not every reader would find it equal to the document's time.</summary>
    private static long WholeSeconds(string time) => XmlDateTimeStamp.TryParse(time, out DateTimeOffset instant) && !time.Contains('.', StringComparison.Ordinal)
        ? instant.ToUnixTimeSeconds()
        : throw new ArgumentException($"The time {time} is not an instant in whole seconds.");
}
