using System.Net;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing;

/// <summary>Each write of the issuing act fails once, by a trigger in the database.</summary>
[Trait("speed", "slow")]
public sealed class StoreFailureTests
{
    private static readonly (string Table, string Event)[] Writes =
    [
        ("status_lists", "INSERT"), ("learners", "INSERT"), ("awards", "INSERT"), ("credentials", "INSERT"), ("idempotency_keys", "INSERT"),
        ("awards", "UPDATE"), ("credentials", "UPDATE"), ("audit", "INSERT"), ("outbox", "INSERT"),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_that_fails_answers_503_and_the_same_request_succeeds_later(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        if (kind == Database.Postgres)
        {
            await database.ExecuteAsync("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk on fire'; END $$");
        }

        for (var i = 0; i < Writes.Length; i++)
        {
            var (table, change) = Writes[i];
            var body = AwardRequest.For(seed, $"person-{i}");
            await database.ExecuteAsync(kind == Database.Postgres
                ? $"CREATE TRIGGER fail BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION fail()"
                : $"CREATE TRIGGER fail BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'disk on fire'); END");
            using var failed = await AwardRequest.SendAsync(service.Client, body, $"key-{i}");
            await database.ExecuteAsync(kind == Database.Postgres ? $"DROP TRIGGER fail ON {table}" : "DROP TRIGGER fail");
            using var succeeded = await AwardRequest.SendAsync(service.Client, body, $"key-{i}");

            Assert.True(failed.StatusCode == HttpStatusCode.ServiceUnavailable, $"{change} {table}: {failed.StatusCode} {await failed.Content.ReadAsStringAsync()}");
            Assert.NotNull(failed.Headers.RetryAfter);
            Assert.DoesNotContain("fire", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(succeeded.StatusCode == HttpStatusCode.Created, $"{change} {table}: {await succeeded.Content.ReadAsStringAsync()}");
            await Ledger.AssertWholeAsync(database, i + 1);
        }
    }

    [Theory, OnPostgres]
    public async Task A_database_that_goes_away_is_answered_with_503_until_it_is_back(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        using var before = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "before");
        Assert.Equal(HttpStatusCode.Created, before.StatusCode);

        await database.CloseToOthersAsync();
        using var during = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "during");
        using var ready = await service.Anonymous.GetAsync("/readyz");
        await database.OpenToOthersAsync();
        using var after = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "during");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, during.StatusCode);
        Assert.NotNull(during.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.Created, after.StatusCode);
        await Ledger.AssertWholeAsync(database, awards: 2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_promise_whose_key_is_gone_holds_up_no_other(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using (var dying = await ServiceProcess.StartAsync(database, ("PROMOTE_FAILPOINT", "issue-6:3")))
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
            {
                try
                {
                    using var _ = await AwardRequest.SendAsync(dying.Client, AwardRequest.For(seed, $"person-{i}"), $"key-{i}");
                }
                catch (HttpRequestException)
                {
                }
            }));
        }

        var promised = await database.QueryAsync("SELECT id, award_id, key_id FROM credentials WHERE state = 'intended' ORDER BY award_id");
        Assert.NotEmpty(promised);
        using var other = DevelopmentKeys.Issuer("issuer-next-key");
        await database.ExecuteAsync($"""
            INSERT INTO issuer_keys (id, issuer_id, algorithm, source, reference, public_key, state, created_at)
            SELECT 'gone', issuer_id, algorithm, source, 'gone-key', '{other.PublicKey.Multikey}', 'verifyonly', created_at FROM issuer_keys WHERE algorithm = 'ed25519' AND state = 'active'
            """);
        await database.ExecuteAsync($"UPDATE credentials SET key_id = 'gone' WHERE id = '{promised[0][0]}'");
        await using (var service = await ServiceProcess.StartAsync(database))
        {
            Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM awards WHERE state = 'intended'"));
            Assert.Contains("gone-key", service.Output, StringComparison.Ordinal);
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, $"person-{i}"), $"key-{i}")));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.Single(answers, answer => answer.StatusCode != HttpStatusCode.Created).StatusCode);
        }

        await database.ExecuteAsync($"UPDATE credentials SET key_id = '{promised[0][2]}' WHERE id = '{promised[0][0]}'");
        await using var again = await ServiceInside.StartAsync(database);
        await Ledger.AssertWholeAsync(database, awards: 6);
    }
}
