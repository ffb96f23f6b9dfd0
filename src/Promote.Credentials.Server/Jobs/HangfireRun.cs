#if USE_HANGFIRE
using Hangfire;
using Hangfire.Storage;

namespace Promote.Credentials.Server.Jobs;

/// <summary>What Hangfire keeps and starts: this method's name, a job's name and an id, as JSON in the database. Never rename any.</summary>
internal sealed class HangfireRun(RunJob run, JobStorage storage)
{
    // A failed job is logged and its rows wait for the next run: a second schedule of tries would only double them, and nobody looks at a list of failures.
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task ExecuteAsync(string job, string id, CancellationToken cancellationToken)
    {
        if (id.Length > 0)
        {
            await run.RunAsync(job, id, cancellationToken);
            return;
        }

        using var connection = storage.GetConnection();
        using var turn = TakeTurn(connection, job);
        if (turn is not null)
        {
            await run.RunAsync(job, id, cancellationToken);
        }
    }

    // One that takes longer than its interval would fill every thread of every node with its like. It runs again soon.
    private static IDisposable? TakeTurn(IStorageConnection connection, string job)
    {
        try
        {
            return connection.AcquireDistributedLock(job, TimeSpan.Zero);
        }
        catch (DistributedLockTimeoutException)
        {
            return null;
        }
    }
}
#endif
