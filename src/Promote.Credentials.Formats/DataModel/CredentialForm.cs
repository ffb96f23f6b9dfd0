namespace Promote.Credentials.Formats.DataModel;

/// <summary>One way to sign a credential that a platform wrote itself.</summary>
public sealed record CredentialForm : DocumentForm
{
    /// <summary>The Data Integrity suite that signs it; null for a JWT.</summary>
    public string? Cryptosuite { get; init; }
}
