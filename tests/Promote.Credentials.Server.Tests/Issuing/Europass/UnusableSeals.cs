using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing.Europass;

/// <summary>A service with key files, among which each issuer's seal has a fault of its own.</summary>
#pragma warning disable CA1001 // xunit disposes through IAsyncLifetime.
public sealed class UnusableSeals : StartedService
{
    private const string Own = "C=RO, O=CoVE, OID.2.5.4.97=VATRO-12345678, CN=CoVE seal";

    private readonly KeyFiles files = new();

    /// <summary>The issuers, by what is wrong with their seals.</summary>
    internal Dictionary<string, Seed> Issuers { get; } = [];

    private protected override (string Name, string? Value)[] Settings => files.Settings;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        files.Dispose();
    }

    private protected override async Task PrepareAsync()
    {
        await Database.MigrateAsync();
        var now = TimeProvider.System.GetUtcNow();
        await AddAsync("none");
        await AddAsync("expired", slug => files.AddSeal(slug, now.AddDays(-20), now.AddDays(-10), Own));
        await AddAsync("not yet valid", slug => files.AddSeal(slug, now.AddDays(10), now.AddDays(20), Own));
        await AddAsync("foreign", slug => files.AddSeal(slug, now.AddDays(-10), now.AddDays(10), "C=LT, O=Another, OID.2.5.4.97=VATLT-12345678, CN=Another seal"));
    }

    private async Task AddAsync(string why, Action<string>? addSeal = null)
    {
        var seed = await Seed.AddAsync(Database, why.Replace(' ', '-'));
        files.Add($"{seed.Slug}.pem", KeyAlgorithm.Ed25519);
        addSeal?.Invoke($"{seed.Slug}.seal.p12");
        Issuers.Add(why, seed);
    }
}
