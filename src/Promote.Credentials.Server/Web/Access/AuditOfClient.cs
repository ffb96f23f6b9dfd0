using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>What goes into the audit trail about an act of a client.</summary>
internal static class AuditOfClient
{
    extension(Client client)
    {
        /// <summary>The row for something that this client did, to be stored in the same commit.</summary>
        /// <param name="action">Such as <c>achievement.published</c>.</param>
        /// <param name="subject">Id of what it was done to.</param>
        /// <param name="at">When.</param>
        /// <param name="detail">Facts without personal data.</param>
        public AuditRow Did(string action, string subject, DateTimeOffset at, object? detail = null) => new()
        {
            At = at,
            IssuerId = client.IssuerId,
            Actor = client.KeyId,
            Action = action,
            Subject = subject,
            Detail = JsonSerializer.Serialize(detail ?? new { }, ApiJson.Options),
        };

        /// <summary>The row for something that this client did and gave a reason for. What somebody types may name a person, so it is encrypted with the learner's key.</summary>
        /// <param name="action">Such as <c>award.revoked</c>.</param>
        /// <param name="subject">Id of what it was done to.</param>
        /// <param name="at">When.</param>
        /// <param name="reason">What was typed; null where nothing was.</param>
        /// <param name="learnerId">Who it was done for.</param>
        /// <param name="key">The key of the learner; without it the reason is not kept.</param>
        /// <param name="detail">Facts without personal data.</param>
        public AuditRow DidBecause(string action, string subject, DateTimeOffset at, string? reason, string learnerId, LearnerKey? key, object? detail = null) => new()
        {
            At = at,
            IssuerId = client.IssuerId,
            Actor = client.KeyId,
            Action = action,
            Subject = subject,
            Detail = JsonSerializer.Serialize(detail ?? new { }, ApiJson.Options),
            LearnerId = learnerId,
            Reason = reason is null ? null : key?.Encrypt(LearnerKey.Column.AuditReason, subject, Encoding.UTF8.GetBytes(reason)),
        };
    }
}
