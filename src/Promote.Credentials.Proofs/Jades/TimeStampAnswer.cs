namespace Promote.Credentials.Proofs.Jades;

/// <summary>What came of asking an authority for a time-stamp.</summary>
/// <param name="Granted">Whether the answer is a token over what was asked for, with its nonce, rightly signed.</param>
/// <param name="Token">The token in DER; empty unless granted.</param>
/// <param name="At">The time in it.</param>
/// <param name="Detail">A sentence for the operator.</param>
public sealed record TimeStampAnswer(bool Granted, ReadOnlyMemory<byte> Token, DateTimeOffset? At, string Detail)
{
    internal static TimeStampAnswer Refused(string detail) => new(false, default, null, detail);
}
