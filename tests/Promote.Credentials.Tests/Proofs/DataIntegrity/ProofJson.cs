using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>Documents with proofs, made, changed and verified in a line each.</summary>
internal static class ProofJson
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The options that make a proof with the members of a published one.</summary>
    public static ProofOptions Options(JsonElement proof) => new()
    {
        VerificationMethod = proof.GetProperty("verificationMethod").GetString()!,
        Created = DateTimeOffset.Parse(proof.GetProperty("created").GetString()!, CultureInfo.InvariantCulture),
        ProofPurpose = proof.GetProperty("proofPurpose").GetString()!,
        Id = proof.TryGetProperty("id", out JsonElement id) ? id.GetString() : null,
        PreviousProof = !proof.TryGetProperty("previousProof", out JsonElement previous) ? []
            : previous.ValueKind == JsonValueKind.String ? [previous.GetString()!]
            : [.. previous.EnumerateArray().Select(item => item.GetString()!)],
    };

    public static IReadOnlyList<ProofResult> Verify(JsonElement secured, params SigningKey[] keys) =>
        DataIntegrityProof.Verify(secured, TestKeys.Methods(keys), new ProofVerificationOptions { Now = Now });

    public static IReadOnlyList<ProofResult> Verify(JsonNode secured, ProofVerificationOptions options, params SigningKey[] keys)
    {
        using JsonDocument document = Parse(secured);
        return DataIntegrityProof.Verify(document.RootElement, TestKeys.Methods(keys), options);
    }

    public static void AssertVerified(JsonElement secured, params SigningKey[] keys) =>
        Assert.All(Verify(secured, keys), result => Assert.True(result.Verified, result.Detail));

    public static JsonDocument Parse(JsonNode json) => StrictJson.Parse(JsonSerializer.SerializeToUtf8Bytes(json));
}
