namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>The service as a process of its own, started once for all tests of a class, which each award what they look at.</summary>
public abstract class StartedService : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!;

    internal ServiceProcess Process { get; private set; } = null!;

    /// <summary>Environment variables beyond the usual ones.</summary>
    private protected virtual (string Name, string? Value)[] Settings => [];

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(Fixtures.Database.Sqlite);
        await PrepareAsync();
        Process = await ServiceProcess.StartAsync(Database, Settings);
    }

    public virtual async Task DisposeAsync()
    {
        await Process.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>What has to be in the database before the start.</summary>
    private protected abstract Task PrepareAsync();
}
