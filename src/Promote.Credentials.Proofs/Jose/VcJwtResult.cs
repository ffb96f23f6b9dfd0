namespace Promote.Credentials.Proofs.Jose;

/// <summary>The verdict on a credential as a JWT.</summary>
/// <param name="Verified">Whether every check passed.</param>
/// <param name="ErrorCode">One of <see cref="VcJwtErrors"/>; null where verified.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Credential">What was signed, UTF-8 JSON, without the claims that only a JWT has; empty unless verified.</param>
public sealed record VcJwtResult(bool Verified, string? ErrorCode, string Detail, ReadOnlyMemory<byte> Credential)
{
    internal static VcJwtResult Passed(byte[] credential) => new(true, null, "The signature is right, and the claims say what the document says.", credential);

    internal static VcJwtResult Failed(string code, string detail) => new(false, code, detail, default);
}
