using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote keys api revoke</c>: ends an API key; running services see it within seconds.</summary>
internal static class RevokeKey
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<CredentialsDb>();
        var id = options.Required("id");
        var row = await db.ApiKeys.FindAsync([id], cancellationToken) ?? throw new UsageException($"There is no API key {id}.");
        if (row.RevokedAt is null)
        {
            row.RevokedAt = services.GetRequiredService<TimeProvider>().GetStoredNow();
            db.Audit.Add(Operator.Of(row.IssuerId).Did("apiKey.revoked", id, row.RevokedAt.Value));
            await db.SaveChangesAsync(cancellationToken);
        }

        await output.WriteLineAsync($"Revoked; a running service takes it for {KnownClients.Trusted.TotalSeconds} more seconds at most.");
    }
}
