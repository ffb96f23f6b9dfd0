namespace Promote.Credentials.Server.Jobs;

/// <summary>A job that runs again and again, with an empty id.</summary>
/// <param name="Name">Its name in <see cref="JobList"/>.</param>
/// <param name="Interval">From one start to the next.</param>
internal sealed record RecurringJob(string Name, TimeSpan Interval);
