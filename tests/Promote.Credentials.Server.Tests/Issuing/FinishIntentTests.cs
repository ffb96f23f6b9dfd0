using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Web.Metrics;

namespace Promote.Credentials.Server.Tests.Issuing;

[Trait("speed", "slow")]
public sealed class FinishIntentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_finishes_the_same_promise_at_once_finishes_it_once(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await LeavePromisesAsync(database, seed);
        var promised = await database.QueryAsync("SELECT id FROM awards WHERE state = 'intended'");
        Assert.NotEmpty(promised);
        var settings = new PromoteSettings { PublicBaseUrl = new Uri("http://127.0.0.1:5000") };
        var identities = new IssuerIdentities(settings, new PublicUrls(settings.PublicBaseUrl));
        using var signingKeys = new SigningKeys(settings, TestEnvironment.Development);
        using var seals = new IssuerSeals(signingKeys);
        using var authority = new TimeStampClient(settings.Seal);
        var stampSeals = new StampSeals(authority, TimeProvider.System, NullLogger<StampSeals>.Instance);
        using var versions = new PublishedVersions(Path.Combine(database.Directory, settings.StatusVersionFile), TimeProvider.System);
        using var statusIndexes = new StatusIndexes(TimeProvider.System);
        var guard = new RollbackGuard(versions, statusIndexes, NullLogger<RollbackGuard>.Instance);
        await using var metrics = new ServiceCollection().AddMetrics().AddSingleton<ServiceMetrics>().BuildServiceProvider();

        await Task.WhenAll(from award in promised from node in Enumerable.Range(0, 8) select Task.Run(async () =>
        {
            await using var db = database.Open();
            await new FinishIntent(db, Ledger.Vault, identities, signingKeys, seals, stampSeals, guard, metrics.GetRequiredService<ServiceMetrics>(), TimeProvider.System)
                .RunAsync((string)award[0]);

            // Whoever came too late leaves nothing behind that the next save would try to write.
            Assert.False(db.ChangeTracker.HasChanges());
        }));

        await Ledger.AssertWholeAsync(database, (int)await database.CountAsync("SELECT count(*) FROM awards"));
    }

    // The fourth request that stored its intent takes the process with it.
    private static async Task LeavePromisesAsync(TestDatabase database, Seed seed)
    {
        await using var dying = await ServiceProcess.StartAsync(database, ("PROMOTE_FAILPOINT", "issue-5:4"));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            try
            {
                using var _ = await AwardRequest.SendAsync(dying.Client, AwardRequest.For(seed, $"person-{i}"));
            }
            catch (HttpRequestException)
            {
                // The crash.
            }
        }));
    }
}
