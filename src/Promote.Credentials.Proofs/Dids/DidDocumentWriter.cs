using System.Buffers;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>DID document → JSON-LD (DID 1.0 §6.3) with Multikey methods.</summary>
internal static class DidDocumentWriter
{
    public static byte[] Write(DidDocument document)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context"u8);
            json.WriteStringValue("https://www.w3.org/ns/did/v1"u8);
            json.WriteStringValue("https://w3id.org/security/multikey/v1"u8);
            json.WriteEndArray();
            json.WriteString("id"u8, document.Id);
            json.WriteStartArray("verificationMethod"u8);
            foreach (VerificationMethod method in document.VerificationMethods)
            {
                WriteMethod(json, method);
            }
            json.WriteEndArray();
            json.WriteStartArray("assertionMethod"u8);
            foreach (string id in document.AssertionMethod)
            {
                json.WriteStringValue(id);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static void WriteMethod(Utf8JsonWriter json, VerificationMethod method)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, method.Id);
        json.WriteString("type"u8, "Multikey"u8);
        json.WriteString("controller"u8, method.Controller);
        json.WriteString("publicKeyMultibase"u8, method.Key.Multikey);
        json.WriteEndObject();
    }
}
