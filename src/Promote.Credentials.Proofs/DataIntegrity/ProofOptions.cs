namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>What a new proof says besides its value (Verifiable Credential Data Integrity 1.0 §2.1).</summary>
public sealed record ProofOptions
{
    /// <summary>The URL of the key, with its fragment.</summary>
    public required string VerificationMethod { get; init; }

    /// <summary>When the proof is made; written in UTC, in whole seconds.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What the proof is for: <c>assertionMethod</c> for a claim.</summary>
    public string ProofPurpose { get; init; } = "assertionMethod";

    /// <summary>A URL that names the proof, so that another can follow it.</summary>
    public string? Id { get; init; }

    /// <summary>The ids of the proofs that this one signs together with the document; empty outside a chain.</summary>
    public IReadOnlyList<string> PreviousProof { get; init; } = [];

    /// <summary>From when the proof holds no more; written in UTC, in whole seconds.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Where the proof is meant to be used.</summary>
    public string? Domain { get; init; }

    /// <summary>What the asker gave, to tell an answer from a replay.</summary>
    public string? Challenge { get; init; }

    /// <summary>A value that makes two proofs differ.</summary>
    public string? Nonce { get; init; }
}
