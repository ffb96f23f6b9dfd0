using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Runs one job in a scope of its own, whatever started it. A failure is logged here and nowhere else; the rows wait for the next run.</summary>
internal sealed class RunJob(IServiceScopeFactory scopes, JobList jobs, ILogger<RunJob> log)
{
    /// <exception cref="OperationCanceledException">This node stops.</exception>
    public async Task RunAsync(string name, string id, CancellationToken cancellationToken)
    {
        if (!jobs.TryGet(name, out var type))
        {
            // A newer version of this program, on another node, asked for it.
            Log.JobUnknown(log, name);
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IJob)scope.ServiceProvider.GetRequiredService(type)).RunAsync(id, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            Failed(name, exception);
        }
    }

    private void Failed(string name, Exception exception)
    {
        if (StorageUnavailable.IsCauseOf(exception))
        {
            Log.JobWithoutDatabase(log, name, exception.GetBaseException().Message);
        }
        else
        {
            Log.JobFailed(log, name, exception);
        }
    }
}
