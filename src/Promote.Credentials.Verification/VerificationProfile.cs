namespace Promote.Credentials.Verification;

/// <summary>How much is let pass. Neither profile takes a document whose signature fails, or one signed by somebody else.</summary>
public enum VerificationProfile
{
    /// <summary>What the samples of the field commonly do wrong is a warning, and an issuer that proves nothing leaves the outcome open.</summary>
    Compat,

    /// <summary>The specifications to the letter. An issuer that proves nothing makes the document invalid.</summary>
    Strict,
}
