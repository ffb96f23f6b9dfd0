using System.Net;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing;

/// <summary>Each write of the issuing act fails once, by a trigger in the database.</summary>
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
        await using var service = await ServiceProcess.StartAsync(database);
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
}
