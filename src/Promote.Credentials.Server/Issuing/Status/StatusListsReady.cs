using Microsoft.Extensions.Diagnostics.HealthChecks;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>Ready means that the database is not older than the status lists that were published from it.</summary>
internal sealed class StatusListsReady(RollbackGuard guard) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(guard.Holds ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
        }
        catch (SettingsException exception)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(exception.Message));
        }
    }
}
