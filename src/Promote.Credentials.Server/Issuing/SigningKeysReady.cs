using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Ready means that every issuer's key can sign.</summary>
internal sealed class SigningKeysReady(CredentialsDb db, IssuerIdentities identities) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var slug in await db.Issuers.Select(row => row.Slug).ToListAsync(cancellationToken))
        {
            try
            {
                _ = identities.Of(slug);
            }
            catch (SettingsException exception)
            {
                return HealthCheckResult.Unhealthy(exception.Message);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
