using System.Buffers;
using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>DID document → JSON-LD (DID 1.0 §6.3).</summary>
internal static class DidDocumentWriter
{
    public static byte[] Write(DidDocument document)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            WriteList(json, "@context", Contexts(document));
            json.WriteString("id"u8, document.Id);
            if (document.AlsoKnownAs.Count > 0)
            {
                WriteList(json, "alsoKnownAs", document.AlsoKnownAs);
            }
            json.WriteStartArray("verificationMethod"u8);
            foreach (VerificationMethod method in document.VerificationMethods)
            {
                WriteMethod(json, method);
            }
            json.WriteEndArray();
            WriteList(json, "assertionMethod", document.AssertionMethod);
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static IEnumerable<string> Contexts(DidDocument document)
    {
        yield return "https://www.w3.org/ns/did/v1";
        yield return "https://w3id.org/security/multikey/v1";
        if (document.VerificationMethods.Any(method => method.Form == VerificationMethodForm.JsonWebKey))
        {
            yield return "https://w3id.org/security/jwk/v1";
        }
    }

    private static void WriteMethod(Utf8JsonWriter json, VerificationMethod method)
    {
        bool isJwk = method.Form == VerificationMethodForm.JsonWebKey;
        json.WriteStartObject();
        json.WriteString("id"u8, method.Id);
        json.WriteString("type"u8, isJwk ? "JsonWebKey"u8 : "Multikey"u8);
        json.WriteString("controller"u8, method.Controller);
        if (method.Revoked is { } revoked)
        {
            json.WriteString("revoked"u8, XmlDateTimeStamp.Format(revoked));
        }
        if (isJwk)
        {
            json.WriteStartObject("publicKeyJwk"u8);
            method.Key.WriteJwkMembers(json);
            json.WriteString("alg"u8, method.Key.JwsAlgorithm);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("publicKeyMultibase"u8, method.Key.Multikey);
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }
}
