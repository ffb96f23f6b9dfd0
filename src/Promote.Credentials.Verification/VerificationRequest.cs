namespace Promote.Credentials.Verification;

/// <summary>What a verification needs to know besides the document.</summary>
public sealed record VerificationRequest
{
    /// <summary>The instant at which the document has to be valid.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How much is let pass.</summary>
    public VerificationProfile Profile { get; init; } = VerificationProfile.Compat;

    /// <summary>The name or e-mail address of the person whom the reader expects; null asks nothing about the person.</summary>
    public string? Holder { get; init; }

    /// <summary>The challenge that a presentation has to answer; null takes any.</summary>
    public string? Challenge { get; init; }

    /// <summary>The domain that a presentation has to be made for; null takes any.</summary>
    public string? Domain { get; init; }
}
