using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>Before anything is signed: finds a database that is older than what was published, and publishes what a crash left unpublished.</summary>
internal sealed class StatusListsAtStart(IServiceScopeFactory scopes, RollbackGuard guard, SignedStatusLists lists) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        await guard.CheckAsync(db, cancellationToken);
        await lists.PublishAsync(db, issuerId: null, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
