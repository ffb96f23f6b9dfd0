namespace Promote.Credentials.Server.Jobs;

/// <summary>A job that a saved row calls for.</summary>
/// <param name="Job">Its name in <see cref="JobList"/>.</param>
/// <param name="Waits">Whether this row waits for it.</param>
internal sealed record Wake(string Job, Func<object, bool> Waits);
