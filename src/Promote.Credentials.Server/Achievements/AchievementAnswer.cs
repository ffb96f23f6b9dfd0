using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Achievements;

/// <summary>An achievement as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Version">Number of the newest version, which is the one shown.</param>
/// <param name="PublishedVersion">Number of the version that is awarded now.</param>
/// <param name="Content">What the newest version says; what a change sends back.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
internal sealed record AchievementAnswer(
    string Id, AchievementState State, int Version, int? PublishedVersion, AchievementContent Content, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static AchievementAnswer Of(AchievementRow row, AchievementVersionRow version) => Of(row, StoredJson.Read<AchievementContent>(version.Content));

    public static AchievementAnswer Of(AchievementRow row, AchievementContent content) =>
        new(row.Id, row.State, row.LatestVersion, row.PublishedVersion, content, row.CreatedAt, row.UpdatedAt);
}
