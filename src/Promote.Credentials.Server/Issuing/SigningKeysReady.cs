using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Promote.Credentials.Formats;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Ready means that every issuer can sign the form that each award has, and that every active key that some form is signed with is here.</summary>
internal sealed class SigningKeysReady(CredentialsDb db, IssuerIdentities identities, SigningKeys signingKeys) : IHealthCheck
{
    private static readonly HashSet<KeyAlgorithm?> Used = [.. FormatList.All.Select(format => format.Securing.KeyAlgorithm)];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var issuer in await db.Issuers.AsNoTracking().ToListAsync(cancellationToken))
        {
            try
            {
                var identity = await identities.OfAsync(db, issuer, cancellationToken);
                _ = identity.Signer(KeyAlgorithm.Ed25519);
                foreach (var key in identity.Keys.Where(key => key.Row.State == IssuerKeyState.Active && Used.Contains(key.Row.Algorithm)))
                {
                    _ = signingKeys.Open(key.Row);
                }
            }
            catch (Exception exception) when (exception is SettingsException or KeyUnavailableException)
            {
                return HealthCheckResult.Unhealthy(exception.Message);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
