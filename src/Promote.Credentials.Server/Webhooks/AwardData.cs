using Promote.Credentials.Formats;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>
/// An award as webhooks are told it, as it is when the message is written. Whoever has a message learns nothing about the learner:
/// neither the holder's link is in it nor a reason, which somebody wrote.
/// </summary>
/// <param name="Status">As the API says it, and <c>expired</c> where only its dates stand against it.</param>
/// <param name="Verification">The public page.</param>
internal sealed record AwardData(
    string Award,
    string Achievement,
    int AchievementVersion,
    string Status,
    DateTimeOffset? ValidUntil,
    string? Replaces,
    string? ReplacedBy,
    string? Renews,
    string? RenewedBy,
    string Verification,
    AwardData.DataLinks Links)
{
    private const string Expired = "expired";

    public static AwardData Of(AwardRow row, PublicUrls urls, PromoteSettings settings, DateTimeOffset now) => new(
        row.Id,
        row.AchievementId,
        row.AchievementVersion,
        row.Status == AwardStatus.Valid && row.ValidUntil <= now ? Expired : row.Status.ToString().ToLowerInvariant(),
        row.ValidUntil,
        row.ReplacesAwardId,
        row.ReplacedByAwardId,
        row.RenewsAwardId,
        row.RenewedByAwardId,
        urls.Credential(row.PublicId),
        new($"{settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/api/v1/awards/{row.Id}"));

    /// <summary>Where to read more.</summary>
    /// <param name="Award">For a client of the API.</param>
    internal sealed record DataLinks(string Award);
}
