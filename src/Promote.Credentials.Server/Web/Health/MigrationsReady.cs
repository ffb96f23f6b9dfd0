using Microsoft.Extensions.Diagnostics.HealthChecks;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Web.Health;

/// <summary>Whether every migration is applied.</summary>
internal sealed class MigrationsReady(Migrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await migrator.IsUpToDateAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
