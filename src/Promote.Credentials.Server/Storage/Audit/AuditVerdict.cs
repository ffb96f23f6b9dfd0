namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>What was found of the audit chain.</summary>
/// <param name="Fault">What does not fit; null where everything does.</param>
/// <param name="Sequence">The place of the first row that does not fit, else of the last one.</param>
/// <param name="Detail">A sentence about it.</param>
/// <param name="Waiting">How many rows have no place yet.</param>
internal sealed record AuditVerdict(AuditFault? Fault, long Sequence, string Detail, long Waiting);
