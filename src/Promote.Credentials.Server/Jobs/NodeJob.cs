namespace Promote.Credentials.Server.Jobs;

/// <summary>A job that every node runs again and again, so that they share what there is to do.</summary>
/// <param name="Name">Its name in <see cref="JobList"/>.</param>
/// <param name="Interval">From one run to the next.</param>
internal sealed record NodeJob(string Name, TimeSpan Interval);
