using System.Text.Json;

namespace Promote.Credentials.Verification.Intake;

/// <summary>A JSON document: a credential with its proof, a presentation, a hosted assertion.</summary>
internal sealed record JsonSubmission(ReadOnlyMemory<byte> Utf8, Enclosure Enclosure, JsonElement Document) : Submission(Utf8, Enclosure);
