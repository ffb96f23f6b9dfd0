namespace Promote.Credentials.Verification.Intake;

/// <summary>An address at which the credential lies.</summary>
internal sealed record LinkSubmission(ReadOnlyMemory<byte> Utf8, Enclosure Enclosure, Uri Url) : Submission(Utf8, Enclosure);
