#if !USE_HANGFIRE
using Microsoft.Extensions.Options;
using Quartz;

namespace Promote.Credentials.Server.Jobs;

/// <summary>
/// Starts and stops Quartz.NET with the service. Its scheduler ends only once it has told the database so, and would keep a service for ever whose database is
/// away: it is left alone when the time to stop is over, and what it had taken is another node's as after a crash.
/// </summary>
internal sealed class QuartzLifetime(IHostApplicationLifetime lifetime, IServiceProvider services, IOptionsMonitor<QuartzHostedServiceOptions> options) : QuartzHostedService(lifetime, services, options), IHostedService
{
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StopAsync(cancellationToken).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time to stop is over.
        }
    }
}
#endif
