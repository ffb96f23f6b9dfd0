using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>The last row of the chain at some time.</summary>
/// <param name="Sequence">Its place; 0 before the first.</param>
/// <param name="Sha256">Its hash, hexadecimal.</param>
internal sealed record AuditHead(long Sequence, string Sha256)
{
    public static AuditHead Of(AuditRow row) => new(row.Sequence!.Value, Convert.ToHexStringLower(row.Hash!));
}
