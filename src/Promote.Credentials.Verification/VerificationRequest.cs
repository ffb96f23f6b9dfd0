namespace Promote.Credentials.Verification;

/// <summary>What a verification needs to know besides the document.</summary>
public sealed record VerificationRequest
{
    /// <summary>The instant at which the document has to be valid.</summary>
    public required DateTimeOffset Now { get; init; }
}
