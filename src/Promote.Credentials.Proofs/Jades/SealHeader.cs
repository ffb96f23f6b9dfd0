using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>The protected header of a seal (ETSI TS 119 182-1 §5.1, §5.2), which the signature covers.</summary>
/// <param name="Algorithm"><c>alg</c>.</param>
/// <param name="Certificates"><c>x5c</c> in DER, the signer's own first.</param>
/// <param name="SigningTime"><c>sigT</c> or <c>iat</c>: when the signer says that it signed, which proves nothing.</param>
/// <param name="ContentTimeStamps">The tokens of <c>adoTst</c> in DER: the payload existed before it was signed.</param>
internal sealed record SealHeader(
    SealAlgorithm Algorithm,
    IReadOnlyList<byte[]> Certificates,
    DateTimeOffset SigningTime,
    IReadOnlyList<byte[]> ContentTimeStamps)
{
    /// <summary>The one form of <c>sigT</c> (§5.2.1): UTC in whole seconds.</summary>
    public const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // Base64 has a plus sign, which the default encoder would escape.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header of a new seal in base64url, its members in the order that the official software has.</summary>
    public static string Write(SealKey key, DateTimeOffset signingTime)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("alg"u8, key.PublicKey.JwsAlgorithm);
            json.WriteString("cty"u8, "json"u8);
            json.WriteString("kid"u8, key.KeyId);
            json.WriteString("x5t#S256"u8, key.Thumbprint);
            json.WriteStartArray("x5c"u8);
            json.WriteBase64StringValue(key.Certificate.Span);
            json.WriteEndArray();
            json.WriteString("typ"u8, "jose+json"u8);
            json.WriteBoolean("b64"u8, false);
            json.WriteString("sigT"u8, signingTime.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture));
            json.WriteStartArray("crit"u8);
            json.WriteStringValue("b64"u8);
            json.WriteStringValue("sigT"u8);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Base64Url.EncodeToString(output.WrittenSpan);
    }
}
