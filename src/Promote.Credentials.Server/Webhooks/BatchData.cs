using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>A batch as webhooks are told it: how many lines are where, and nothing about whoever stands in them.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="Action">What it did with each of its lines.</param>
/// <param name="Achievement">Id of what was awarded.</param>
/// <param name="DryRun">Whether it was checked and nothing else.</param>
/// <param name="Counts">How many lines are where.</param>
/// <param name="Links">Where to read more.</param>
internal sealed record BatchData(string Batch, AwardAction Action, string Achievement, bool DryRun, BatchCounts Counts, BatchData.DataLinks Links)
{
    public static BatchData Of(BatchRow row, BatchCounts counts, PromoteSettings settings) =>
        new(row.Id, row.Action, row.AchievementId, row.DryRun, counts, new($"{settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/api/v1/batches/{row.Id}"));

    /// <summary>Where to read more.</summary>
    /// <param name="Batch">For a client of the API.</param>
    internal sealed record DataLinks(string Batch);
}
