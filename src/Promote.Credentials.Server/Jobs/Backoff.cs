namespace Promote.Credentials.Server.Jobs;

/// <summary>How long to wait before something that failed is tried again: longer each time, a day in all.</summary>
internal static class Backoff
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>How often something is tried before it is given up.</summary>
    public static int MaxAttempts => Waits.Length + 1;

    /// <summary>The wait after this many failures, at least one; null to give up.</summary>
    public static TimeSpan? After(int failures) => failures <= Waits.Length ? Waits[failures - 1] : null;
}
