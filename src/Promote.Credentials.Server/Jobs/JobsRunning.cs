using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Ready means that this node does its share of the background work.</summary>
internal sealed class JobsRunning(IJobs jobs) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(jobs.Running ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
