namespace Promote.Credentials.Server.Storage;

/// <summary>Applies the migrations before anything else starts; hosted services start in the order of their registration, the web server last.</summary>
internal sealed class MigrateAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrator>().RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
