namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>What a proof has to say to be accepted.</summary>
public sealed record ProofVerificationOptions
{
    /// <summary>The instant at which <c>expires</c> is judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the proof must be for.</summary>
    public string ExpectedPurpose { get; init; } = "assertionMethod";

    /// <summary>Who must control the key, the issuer for a credential; null leaves that to the caller.</summary>
    public string? ExpectedController { get; init; }

    /// <summary>The only domain that the proof may name; null takes any.</summary>
    public string? Domain { get; init; }

    /// <summary>The challenge that the proof must repeat; null takes any.</summary>
    public string? Challenge { get; init; }
}
