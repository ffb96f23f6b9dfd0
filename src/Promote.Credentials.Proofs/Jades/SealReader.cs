using System.Text;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>Bytes → <see cref="SealReading"/>: exactly the members that a seal has, within bounds.</summary>
internal static class SealReader
{
    /// <summary>One signature: with several, it would have to be said which of them a verdict is about.</summary>
    private const int MostSignatures = 1;

    private const int MostEntries = 16;

    /// <exception cref="MalformedSealException">It is no seal; the message says what is wrong first.</exception>
    public static SealReading Read(ReadOnlyMemory<byte> utf8, int maxBytes)
    {
        using JsonDocument document = SealJson.Parse(utf8, maxBytes, "The document");
        JsonElement root = SealJson.Object(document.RootElement, "The document", "payload", "signatures");
        byte[] payload = Encoding.UTF8.GetBytes(SealJson.Text(root, "payload"));
        JsonElement signature = SealJson.Object(SealJson.Array(root, "signatures", MostSignatures)[0], "The signature", "protected", "header", "signature");
        string protectedText = SealJson.Text(signature, "protected");
        string signatureText = SealJson.Text(signature, "signature");
        return new SealReading(
            payload,
            protectedText,
            SealHeaderReader.Read(SealJson.Base64UrlOctets(protectedText, "The member protected")),
            Entries(signature),
            signatureText,
            SealJson.Base64UrlOctets(signatureText, "The member signature"));
    }

    private static SealEntry[] Entries(JsonElement signature)
    {
        if (!signature.TryGetProperty("header", out JsonElement header))
        {
            return [];
        }
        SealJson.Object(header, "The unprotected header", "etsiU");
        return [.. SealJson.Array(header, "etsiU", MostEntries).Select(entry => SealEntry.Read(SealJson.TextOf(entry, "An element of etsiU")))];
    }
}
