using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Verification.Intake;

/// <summary>A document under a JAdES seal.</summary>
internal sealed record SealSubmission(ReadOnlyMemory<byte> Utf8, Enclosure Enclosure, SealReading Seal) : Submission(Utf8, Enclosure);
