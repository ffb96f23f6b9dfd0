using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>The JWS general JSON serialization of a seal (RFC 7515 §7.2.1): one signature, the payload as the string that it is (RFC 7797 §3).</summary>
internal static class SealDocument
{
    /// <summary>What is signed (RFC 7797 §3): the protected header as it stands, a point, the payload as it is.</summary>
    public static byte[] SigningInput(string protectedHeader, ReadOnlySpan<byte> payload)
    {
        byte[] input = new byte[protectedHeader.Length + 1 + payload.Length];
        Encoding.ASCII.GetBytes(protectedHeader, input);
        input[protectedHeader.Length] = (byte)'.';
        payload.CopyTo(input.AsSpan(protectedHeader.Length + 1));
        return input;
    }

    /// <summary>The document; its unprotected header is there when there is something in it.</summary>
    /// <exception cref="ArgumentException">The payload is not UTF-8.</exception>
    public static byte[] Write(ReadOnlySpan<byte> payload, string protectedHeader, IReadOnlyList<string> entries, string signature)
    {
        var output = new ArrayBufferWriter<byte>(payload.Length + (payload.Length / 4) + protectedHeader.Length + 1024);
        output.Write("{\"payload\":"u8);
        PayloadText.Write(payload, output);
        output.Write(",\"signatures\":["u8);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("protected"u8, protectedHeader);
            if (entries.Count > 0)
            {
                json.WriteStartObject("header"u8);
                json.WriteStartArray("etsiU"u8);
                foreach (string entry in entries)
                {
                    json.WriteStringValue(entry);
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteString("signature"u8, signature);
            json.WriteEndObject();
        }
        output.Write("]}"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>An element of <c>etsiU</c> with one token over the signature (ETSI TS 119 182-1 §5.3.4).</summary>
    public static string SignatureTimeStamp(ReadOnlySpan<byte> token) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$$"""{"sigTst":{"tstTokens":[{"val":"{{{Convert.ToBase64String(token)}}}"}]}}"""));
}
