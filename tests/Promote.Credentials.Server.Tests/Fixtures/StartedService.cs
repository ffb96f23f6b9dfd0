namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>The service, started once for all tests of a class, which each award what they look at.</summary>
public abstract class StartedService : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!;

    internal TestedService Service { get; private set; } = null!;

    /// <summary>Settings beyond the usual ones, as environment variables.</summary>
    private protected virtual (string Name, string? Value)[] Settings => [];

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(Fixtures.Database.Sqlite);
        await PrepareAsync();
        Service = await ServiceInside.StartAsync(Database, Settings);
    }

    public virtual async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>What has to be in the database before the start.</summary>
    private protected abstract Task PrepareAsync();
}
