using Microsoft.Extensions.Diagnostics.HealthChecks;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Web.Health;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseReady(CredentialsDb db, DatabaseWatch watch) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !watch.IsSilent && await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
