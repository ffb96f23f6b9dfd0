using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>Takes over, before the first request, the keys of issuers that have none of a kind: after the first start nobody has to name a key.</summary>
internal sealed class AdoptKeysAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        var life = scope.ServiceProvider.GetRequiredService<IssuerKeyLife>();
        foreach (var issuer in await db.Issuers.AsNoTracking().Select(row => new { row.Id, row.Slug }).ToListAsync(cancellationToken))
        {
            await life.AdoptAsync(issuer.Id, issuer.Slug, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
