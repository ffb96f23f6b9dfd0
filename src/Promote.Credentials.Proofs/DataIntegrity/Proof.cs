using System.Text.Json;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>A proof as it was read from a document. Every member that was malformed has its default, and <see cref="Malformed"/> says so.</summary>
internal sealed record Proof
{
    public required int Index { get; init; }

    public required JsonElement Json { get; init; }

    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? CryptosuiteName { get; init; }

    public string? VerificationMethod { get; init; }

    public string? ProofPurpose { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public IReadOnlyList<string> Domain { get; init; } = [];

    public string? Challenge { get; init; }

    public IReadOnlyList<string> PreviousProof { get; init; } = [];

    public byte[] Value { get; init; } = [];

    /// <summary>The first thing that is wrong with its form; null if nothing is.</summary>
    public string? Malformed { get; init; }

    public JsonElement Context => Json.TryGetProperty("@context", out JsonElement context) ? context : default;

    public ProofDescription Describe() => new(Index, Id, Type, CryptosuiteName, VerificationMethod, ProofPurpose, Created, Malformed);
}
