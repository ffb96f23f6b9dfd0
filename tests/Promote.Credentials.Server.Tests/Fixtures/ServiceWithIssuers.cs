namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A service with two issuers, each with an achievement and a key.</summary>
public sealed class ServiceWithIssuers : StartedService
{
    internal Seed Seed { get; private set; } = null!;

    internal Seed Stranger { get; private set; } = null!;

    private protected override async Task PrepareAsync()
    {
        await Database.MigrateAsync();
        Seed = await Seed.AddAsync(Database);
        Stranger = await Seed.AddAsync(Database, "cove-lt");
    }
}
