using System.Globalization;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Batches;

/// <summary>What somebody asks of a file.</summary>
/// <param name="AchievementId">What is awarded.</param>
/// <param name="Achievement">What it says now.</param>
/// <param name="Formats">The formats to issue.</param>
/// <param name="DryRun">Whether it is checked and nothing else.</param>
/// <param name="Confirm">Whether it is issued without being confirmed, if every line is good.</param>
/// <param name="ScheduledFor">When issuing begins; null for at once.</param>
/// <param name="Key">The Idempotency-Key; null where there was none.</param>
internal sealed record AskedBatch(string AchievementId, AchievementContent Achievement, IReadOnlyList<string> Formats, bool DryRun, bool Confirm, DateTimeOffset? ScheduledFor, string? Key)
{
    /// <summary>What makes another request another one, besides the file.</summary>
    public string Said => string.Create(CultureInfo.InvariantCulture, $"{AchievementId} {string.Join(',', Formats)} {DryRun} {Confirm}{ScheduledFor: yyyy-MM-ddTHH:mm:ss.fff}");
}
