using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.Issuing.Keys;

public sealed class IssuerKeyLifeTests : IDisposable
{
    private const string Slug = "cove-ro";
    private readonly KeyFiles files = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task An_issuer_without_keys_takes_over_one_of_each_kind_once(Database kind)
    {
        files.Add("cove-ro.a.pem", KeyAlgorithm.Ed25519);
        files.Add("cove-ro.b.pem", KeyAlgorithm.Ed25519);
        files.Add("cove-ro.rsa.pem", KeyAlgorithm.Rsa);
        await using var world = await World.CreateAsync(kind, files);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.OnNodeAsync(life => life.AdoptAsync(world.IssuerId, Slug, default))));

        Assert.Equal(
            ["ed25519 active cove-ro.a.pem", "rsa active cove-ro.rsa.pem"],
            (await world.Database.QueryAsync("SELECT algorithm, state, reference FROM issuer_keys ORDER BY 1")).Select(row => string.Join(' ', row)));
        Assert.Equal(2, await world.Database.CountAsync("SELECT count(*) FROM audit WHERE action = 'issuerKey.adopted'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_rotate_at_once_leave_exactly_one_active_key(Database kind)
    {
        await using var world = await World.CreateAsync(kind, files);
        var ids = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            files.Add($"cove-ro.{i}.pem", KeyAlgorithm.Ed25519);
            ids.Add((await world.OnNodeAsync(life => life.AddAsync(world.Client, KeySource.File, $"cove-ro.{i}.pem", default))).Value!.Id);
        }

        var decisions = await Task.WhenAll(ids.Concat(ids).Select(id => Task.Run(() => world.OnNodeAsync(life => life.ActivateAsync(world.Client, id, default)))));

        Assert.Equal(8, decisions.Count(decision => decision.Granted));
        Assert.Equal(1, await world.Database.CountAsync("SELECT count(*) FROM issuer_keys WHERE state = 'active'"));
        Assert.Equal(7, await world.Database.CountAsync("SELECT count(*) FROM issuer_keys WHERE state = 'verifyonly' AND replaced_at IS NOT NULL"));
        Assert.Equal(8, await world.Database.CountAsync("SELECT count(*) FROM audit WHERE action = 'issuerKey.activated'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_goes_through_its_life_forward_only(Database kind)
    {
        files.Add("cove-ro.1.pem", KeyAlgorithm.P256);
        files.Add("cove-ro.2.pem", KeyAlgorithm.P256);
        await using var world = await World.CreateAsync(kind, files);
        var first = await AddAsync(world, "cove-ro.1.pem");
        var second = await AddAsync(world, "cove-ro.2.pem");
        var past = TimeProvider.System.GetUtcNow().AddHours(-1);

        Assert.Equal(IssuerKeyState.Active, (await world.OnNodeAsync(life => life.ActivateAsync(world.Client, first, default))).Value!.State);
        await RefusedAsync(world, life => life.RetireAsync(world.Client, first, default), RefusalCode.WrongState);
        await world.OnNodeAsync(life => life.ActivateAsync(world.Client, second, default));
        await RefusedAsync(world, life => life.ActivateAsync(world.Client, first, default), RefusalCode.WrongState);
        Assert.Equal(IssuerKeyState.Retired, (await world.OnNodeAsync(life => life.RetireAsync(world.Client, first, default))).Value!.State);
        await RefusedAsync(world, life => life.RetireAsync(world.Client, first, default), RefusalCode.WrongState);

        await RefusedAsync(world, life => life.CompromiseAsync(world.Client, second, TimeProvider.System.GetUtcNow().AddHours(1), default), RefusalCode.WrongState);
        Assert.Equal(IssuerKeyState.Compromised, (await world.OnNodeAsync(life => life.CompromiseAsync(world.Client, second, past, default))).Value!.State);
        await RefusedAsync(world, life => life.CompromiseAsync(world.Client, second, past.AddMinutes(1), default), RefusalCode.WrongState);
        Assert.True((await world.OnNodeAsync(life => life.CompromiseAsync(world.Client, second, past.AddMinutes(-1), default))).Granted);
        await RefusedAsync(world, life => life.ActivateAsync(world.Client, RandomId.New(), default), RefusalCode.NotFound);
    }

    [Fact]
    public async Task A_key_of_another_issuer_a_missing_and_a_known_one_are_not_added()
    {
        files.Add("cove-lt.pem", KeyAlgorithm.Ed25519);
        files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        await using var world = await World.CreateAsync(Database.Sqlite, files);
        await AddAsync(world, "cove-ro.pem");

        await RefusedAsync(world, life => life.AddAsync(world.Client, KeySource.File, "cove-lt.pem", default), RefusalCode.InvalidValue);
        await RefusedAsync(world, life => life.AddAsync(world.Client, KeySource.Token, "cove-ro.1", default), RefusalCode.InvalidValue);
        await RefusedAsync(world, life => life.AddAsync(world.Client, KeySource.File, "cove-ro.pem", default), RefusalCode.WrongState);
        await Assert.ThrowsAsync<SettingsException>(() => world.OnNodeAsync(life => life.AddAsync(world.Client, KeySource.File, "cove-ro.missing.pem", default)));
    }

    public void Dispose() => files.Dispose();

    private static async Task<string> AddAsync(World world, string file) =>
        (await world.OnNodeAsync(life => life.AddAsync(world.Client, KeySource.File, file, default))).Value!.Id;

    private static async Task RefusedAsync(World world, Func<IssuerKeyLife, Task<Decision<IssuerKeyRow>>> act, RefusalCode code) =>
        Assert.Equal(code, Assert.Single((await world.OnNodeAsync(act)).Refusals).Code);

    /// <summary>One issuer in a database, and any number of nodes.</summary>
    private sealed record World(TestDatabase Database, string IssuerId, SigningKeys Keys) : IAsyncDisposable
    {
        public Client Client => new("tests", IssuerId, Scope.OfIssuer);

        public static async Task<World> CreateAsync(Database kind, KeyFiles files)
        {
            var database = await TestDatabase.CreateMigratedAsync(kind);
            var seed = await Seed.AddAsync(database);
            var settings = new PromoteSettings { KeysDirectory = files.Directory, KeysPassword = KeyFiles.Password };
            return new World(database, seed.IssuerId, new SigningKeys(settings, TestEnvironment.Production));
        }

        public async Task<T> OnNodeAsync<T>(Func<IssuerKeyLife, Task<T>> act)
        {
            await using var db = Database.Open();
            return await act(new IssuerKeyLife(db, Keys, TimeProvider.System));
        }

        public async Task OnNodeAsync(Func<IssuerKeyLife, Task> act) => await OnNodeAsync(async life =>
        {
            await act(life);
            return true;
        });

        public async ValueTask DisposeAsync()
        {
            Keys.Dispose();
            await Database.DisposeAsync();
        }
    }
}
