using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>Something that was done, as the issuer's people read it.</summary>
internal sealed record AuditItem
{
    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public required string Subject { get; init; }

    public required JsonElement Detail { get; init; }

    /// <summary>What somebody typed; null where nothing was typed, and once the learner is erased.</summary>
    public string? Reason { get; init; }

    /// <summary>Null for a moment, until it has its place in the chain.</summary>
    public string? Hash { get; init; }

    /// <summary>Says nothing, so that no log or message can show a reason.</summary>
    public override string ToString() => "AuditItem ***";

    public static AuditItem Of(AuditRow row, LearnerKey? key) => new()
    {
        At = row.At, Actor = row.Actor, Action = row.Action, Subject = row.Subject, Detail = StoredJson.Read<JsonElement>(row.Detail),
        Reason = ReasonOf(row, key), Hash = row.Hash is null ? null : Convert.ToHexStringLower(row.Hash),
    };

    // A reason that was changed in the database is none; verifying the chain says so.
    private static string? ReasonOf(AuditRow row, LearnerKey? key)
    {
        try
        {
            return row.Reason is null || key is null ? null : Encoding.UTF8.GetString(key.Decrypt(LearnerKey.Column.AuditReason, row.Subject, row.Reason));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
