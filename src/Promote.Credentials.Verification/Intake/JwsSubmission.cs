using Promote.Credentials.Proofs.Jose;

namespace Promote.Credentials.Verification.Intake;

/// <summary>A compact JWS: a credential or presentation as JWT, a signed assertion.</summary>
internal sealed record JwsSubmission(ReadOnlyMemory<byte> Utf8, Enclosure Enclosure, CompactJws Jws) : Submission(Utf8, Enclosure);
