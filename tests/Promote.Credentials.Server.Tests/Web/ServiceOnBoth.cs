using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>
/// One running service on each database, started when the first test asks for it. Only for tests that award nothing:
/// the queries of issuing are compiled once a process, for one kind of database.
/// </summary>
public sealed class ServiceOnBoth : IAsyncLifetime
{
    private readonly Dictionary<Database, RunningService> running = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var service in running.Values)
        {
            await service.DisposeAsync();
        }
    }

    internal async Task<RunningService> OnAsync(Database kind)
    {
        if (!running.TryGetValue(kind, out var service))
        {
            service = kind == Database.Postgres ? new OnPostgres() : new RunningService();
            await service.InitializeAsync();
            running.Add(kind, service);
        }

        return service;
    }

    private sealed class OnPostgres : RunningService
    {
        protected override Database Kind => Fixtures.Database.Postgres;
    }
}
