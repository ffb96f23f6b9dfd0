using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Verification.Keys;

namespace Promote.Credentials.Verification;

/// <summary>A document on its way through the checks, with what several of them need.</summary>
internal sealed record Candidate
{
    /// <summary>The bytes as they came.</summary>
    internal required ReadOnlyMemory<byte> Utf8 { get; init; }

    /// <summary>The same as JSON.</summary>
    internal required JsonElement Document { get; init; }

    /// <summary>The instant at which it has to be valid.</summary>
    internal required DateTimeOffset Now { get; init; }

    /// <summary>What each signature says about itself, in order; not yet believed.</summary>
    internal required IReadOnlyList<ProofDescription> Proofs { get; init; }

    /// <summary>The keys that the signatures name.</summary>
    internal required KeyRing Keys { get; init; }

    /// <summary>The credential's own id, or null.</summary>
    internal string? Id => Document.Text("id");

    /// <summary>The issuer's id, or null.</summary>
    internal string? IssuerId => Document.IdOf("issuer");
}
