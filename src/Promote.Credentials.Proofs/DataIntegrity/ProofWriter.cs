using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>Proof options → JSON: once without a value, to be hashed (the proof configuration), once with it, to be published.</summary>
internal static class ProofWriter
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    /// <summary>The proof as JSON; <paramref name="context"/> is left out when undefined, <paramref name="proofValue"/> when null.</summary>
    public static byte[] Write(Cryptosuite suite, ProofOptions options, JsonElement context, string? proofValue)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            if (context.ValueKind != JsonValueKind.Undefined)
            {
                json.WritePropertyName("@context"u8);
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(context), skipInputValidation: true);
            }
            WriteOptional(json, "id", options.Id);
            json.WriteString("type"u8, "DataIntegrityProof"u8);
            json.WriteString("cryptosuite"u8, suite.Name);
            json.WriteString("created"u8, XmlDateTimeStamp.Format(options.Created));
            WriteOptional(json, "expires", options.Expires is { } expires ? XmlDateTimeStamp.Format(expires) : null);
            json.WriteString("verificationMethod"u8, options.VerificationMethod);
            json.WriteString("proofPurpose"u8, options.ProofPurpose);
            WriteOptional(json, "domain", options.Domain);
            WriteOptional(json, "challenge", options.Challenge);
            WriteOptional(json, "nonce", options.Nonce);
            WritePrevious(json, options.PreviousProof);
            WriteOptional(json, "proofValue", proofValue);
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WritePrevious(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        if (ids.Count == 1)
        {
            json.WriteString("previousProof"u8, ids[0]);
        }
        else if (ids.Count > 1)
        {
            json.WriteStartArray("previousProof"u8);
            foreach (string id in ids)
            {
                json.WriteStringValue(id);
            }
            json.WriteEndArray();
        }
    }
}
