#if USE_HANGFIRE
using Hangfire.Server;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Whether the Hangfire server of this node works: it runs this beside its workers, and ends it when it stops or loses its tables.</summary>
internal sealed class HangfireRunning : IBackgroundProcess
{
    private volatile bool now;

    public bool Now => now;

    public void Execute(BackgroundProcessContext context)
    {
        now = true;
        try
        {
            context.Wait(Timeout.InfiniteTimeSpan);
        }
        finally
        {
            now = false;
        }
    }
}
#endif
