#if USE_HANGFIRE
using Hangfire;

namespace Promote.Credentials.Server.Jobs;

/// <summary>What Hangfire keeps and starts: this method's name, a job's name and an id, as JSON in the database. Never rename any.</summary>
internal sealed class HangfireRun(RunJob run)
{
    // A failed job is logged and its rows wait for the next run: a second schedule of tries would only double them.
    [AutomaticRetry(Attempts = 0)]
    public Task ExecuteAsync(string job, string id, CancellationToken cancellationToken) => run.RunAsync(job, id, cancellationToken);
}
#endif
