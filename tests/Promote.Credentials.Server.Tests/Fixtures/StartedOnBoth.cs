namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>
/// The service on each database, started when the first test of a class asks for it. Every test acts for an
/// issuer of its own, so that it sees nothing of the others.
/// </summary>
public class StartedOnBoth : IAsyncLifetime
{
    // As many as the largest class has tests on one database, and some: issuers get their keys when the service starts.
    private const int Issuers = 32;

    private readonly List<TestDatabase> databases = [];
    private readonly Dictionary<Database, (TestedService Service, Queue<Seed> Seeds)> running = [];
    private readonly Dictionary<TestedService, TestedService> neighbours = [];

    /// <summary>Settings beyond the usual ones, as environment variables.</summary>
    private protected virtual (string Name, string? Value)[] Settings => [];

    public Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var service in running.Values.Select(one => one.Service).Concat(neighbours.Values))
        {
            await service.DisposeAsync();
        }

        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>The service, whose client acts from now on for an issuer that no other test has.</summary>
    internal async Task<(TestedService Service, Seed Seed)> OnAsync(Database kind)
    {
        if (!running.TryGetValue(kind, out var started))
        {
            running[kind] = started = await StartAsync(kind);
        }

        var seed = started.Seeds.Dequeue();
        started.Service.ActFor(seed);
        return (started.Service, seed);
    }

    /// <summary>The service that a test asked for before.</summary>
    internal TestedService ServiceOf(Database kind) => running[kind].Service;

    /// <summary>An issuer that no other test has, beside the one that a test got with the service.</summary>
    internal Seed Another(Database kind) => running[kind].Seeds.Dequeue();

    /// <summary>Another node on the same database and under the same address, whose client acts for the same issuer.</summary>
    internal async Task<TestedService> NextToAsync(TestedService service, Seed seed)
    {
        if (!neighbours.TryGetValue(service, out var neighbour))
        {
            neighbours[service] = neighbour = await ServiceInside.StartAsync(service.Database, [("Promote__PublicBaseUrl", service.Url.OriginalString), .. Settings]);
        }

        neighbour.ActFor(seed);
        return neighbour;
    }

    private async Task<(TestedService Service, Queue<Seed> Seeds)> StartAsync(Database kind)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        databases.Add(database);
        var seeds = new Queue<Seed>();
        for (var number = 1; number <= Issuers; number++)
        {
            seeds.Enqueue(await Seed.AddAsync(database, $"cove-{number}"));
        }

        return (await ServiceInside.StartAsync(database, Settings), seeds);
    }
}
