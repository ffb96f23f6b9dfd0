using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>Signs whatever it is given, as an issuer would who wants to harm those who read its credentials.</summary>
internal sealed class Forge
{
    internal OpenKey Key { get; } = new();

    /// <summary>A JSON document with a proof by a suite over P-256; where it has no canonical form, with one that is not about it.</summary>
    internal byte[] Embed(byte[] unsigned, string suiteName = "ecdsa-rdfc-2019", string? method = null)
    {
        try
        {
            using var document = StrictJson.Parse(unsigned);
            return document.RootElement.ValueKind == JsonValueKind.Object ? WithProof(unsigned, Proof(document.RootElement, Cryptosuite.Find(suiteName)!, method ?? Key.VerificationMethod)) : unsigned;
        }
        catch (MalformedJsonException)
        {
            return unsigned;
        }
        catch (Exception refused) when (refused is JsonLdException or RdfcBudgetException)
        {
            return WithProof(unsigned, Options("", suiteName, method ?? Key.VerificationMethod, Multibase.Base58Btc(Key.Sign([]))));
        }
    }

    /// <summary>A compact JWS over any header and payload (RFC 7515 §7.1).</summary>
    internal byte[] Jws(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload)
    {
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return Encoding.ASCII.GetBytes($"{signed}.{Base64Url.EncodeToString(Key.Sign(Encoding.ASCII.GetBytes(signed)))}");
    }

    private string Proof(JsonElement document, Cryptosuite suite, string method)
    {
        var context = document.TryGetProperty("@context", out var found) ? $"\"@context\":{found.GetRawText()}," : "";
        using var configuration = StrictJson.Parse(Encoding.UTF8.GetBytes(Options(context, suite.Name, method, null)));
        byte[] hashes = [.. SHA256.HashData(suite.CanonicalDocument(configuration.RootElement)), .. SHA256.HashData(suite.CanonicalDocument(document))];
        return Options(suite.CoversMeaning ? "" : context, suite.Name, method, Multibase.Base58Btc(Key.Sign(hashes)));
    }

    private static string Options(string context, string suite, string method, string? value) =>
        $$"""{{{context}}"type":"DataIntegrityProof","cryptosuite":"{{suite}}","created":"2026-11-20T09:00:00Z","verificationMethod":"{{method}}","proofPurpose":"assertionMethod"{{(value is null ? "" : $",\"proofValue\":\"{value}\"")}}}""";

    private static byte[] WithProof(byte[] unsigned, string proof)
    {
        var end = unsigned.AsSpan().LastIndexOf((byte)'}');
        return end < 0 ? unsigned : [.. unsigned[..end], .. Encoding.UTF8.GetBytes($",\"proof\":[{proof}]"), .. unsigned[end..]];
    }
}
