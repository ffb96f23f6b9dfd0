namespace Promote.Credentials.Verification.Intake;

/// <summary>What was handed in, taken out of whatever was around it; nothing of it is believed yet.</summary>
/// <param name="Utf8">The credential's bytes.</param>
/// <param name="Enclosure">What they were inside of.</param>
internal abstract record Submission(ReadOnlyMemory<byte> Utf8, Enclosure Enclosure);
