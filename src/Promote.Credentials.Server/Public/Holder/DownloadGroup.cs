using Promote.Credentials.Server.Public.Downloads;

namespace Promote.Credentials.Server.Public.Holder;

/// <summary>Files for the same purpose, as the holder's page lists them.</summary>
internal sealed record DownloadGroup(string Purpose, IReadOnlyList<Download> Downloads)
{
    /// <summary>What there is of an award that was issued in these formats.</summary>
    public static IReadOnlyList<DownloadGroup> Of(IReadOnlyCollection<string> formats) =>
        [.. DownloadList.Of(formats).GroupBy(download => download.Purpose).Select(group => new DownloadGroup(group.Key, [.. group]))];
}
