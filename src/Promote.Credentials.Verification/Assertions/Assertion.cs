using System.Text.Json;
using Promote.Credentials.Proofs.Jose;

namespace Promote.Credentials.Verification.Assertions;

/// <summary>An Open Badges 2.0 Assertion as it was handed in: a word about an award, which the issuer's site or the issuer's key has to confirm.</summary>
/// <param name="Document">The Assertion.</param>
/// <param name="Jws">The signature around a signed one; null for a hosted one.</param>
internal sealed record Assertion(JsonElement Document, CompactJws? Jws)
{
    private const string Context = "https://w3id.org/openbadges/v2";

    /// <summary>Whether a document is one.</summary>
    internal static bool Is(JsonElement document) =>
        !document.Names("type", "VerifiableCredential") && (document.Names("type", "Assertion") || document.Names("@context", Context));
}
