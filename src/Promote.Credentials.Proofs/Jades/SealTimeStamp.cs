namespace Promote.Credentials.Proofs.Jades;

/// <summary>The verdict on one time-stamp token of a seal.</summary>
/// <param name="Kind">What it has to be over.</param>
/// <param name="Verified">Whether it is over exactly that, and signed by a certificate for time-stamping that was valid then.</param>
/// <param name="Anchored">Whether that certificate leads to a trust anchor: else anybody may have made it, with any time.</param>
/// <param name="At">The time in it; null where it cannot be read.</param>
/// <param name="Authority">Whom the certificate names; empty unless verified.</param>
/// <param name="Sentence">For people.</param>
public sealed record SealTimeStamp(TimeStampKind Kind, bool Verified, bool Anchored, DateTimeOffset? At, string Authority, string Sentence);
