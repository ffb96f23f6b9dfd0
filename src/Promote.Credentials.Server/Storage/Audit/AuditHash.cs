using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>
/// The SHA-256 of a row of the audit trail. docs/audit.md says how it is made, so that anybody can make it again: never change it.
/// The place in the chain is not in it, but the hash of the row before is: so a row that was moved can be told from one that was changed.
/// </summary>
internal static class AuditHash
{
    private const string Version = "promote audit 1\n";

    /// <summary>What stands before the first row.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of a row that follows another.</summary>
    /// <param name="row">The row as the database keeps it.</param>
    /// <param name="previous">Hash of the other; <see cref="Start"/> for the first.</param>
    public static byte[] Of(AuditRow row, ReadOnlySpan<byte> previous)
    {
        var text = new StringBuilder(Version);
        foreach (var field in (string?[])
        [
            row.Id.ToString(CultureInfo.InvariantCulture), row.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), row.IssuerId, row.Actor, row.Action,
            row.Subject, row.Detail, row.LearnerId, row.Reason is null ? null : Convert.ToHexStringLower(row.Reason), Convert.ToHexStringLower(previous),
        ])
        {
            // The length comes first, so that no two rows run together into the same text; nothing is told from an empty text.
            text.Append(field is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}")).Append('\n');
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
