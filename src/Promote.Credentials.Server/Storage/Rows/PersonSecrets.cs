namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What a second factor is checked with.</summary>
/// <param name="Authenticator">The shared secret in base32 (RFC 6238).</param>
/// <param name="RecoveryCodes">Each counts once, where the device is lost.</param>
internal sealed record PersonSecrets(string? Authenticator, IReadOnlyList<string> RecoveryCodes)
{
    /// <summary>Says nothing, so that no log or message can show a secret.</summary>
    public override string ToString() => "PersonSecrets ***";
}
