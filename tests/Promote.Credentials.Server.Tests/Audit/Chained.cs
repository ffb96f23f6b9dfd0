using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Audit;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Audit;

/// <summary>An audit trail of some rows in a database of its own, and what an attacker with the rights of its owner can do to it.</summary>
internal sealed class Chained(TestDatabase database) : IAsyncDisposable
{
    public static DateTimeOffset Day { get; } = new(2026, 3, 20, 9, 0, 0, 123, TimeSpan.Zero);

    public TestDatabase Database => database;

    public AuditHeadFile HeadFile { get; } = new(new PromoteSettings { StatusVersionFile = Path.Combine(database.Directory, "status-versions.json") }, TimeProvider.System);

    public static async Task<Chained> CreateAsync(Database kind, int rows)
    {
        var chained = new Chained(await TestDatabase.CreateMigratedAsync(kind));
        await chained.AddAsync(rows);
        await chained.ExtendAsync();
        return chained;
    }

    public async Task AddAsync(int rows, string actor = "tests")
    {
        await using var db = database.Open();
        for (var number = 0; number < rows; number++)
        {
            db.Audit.Add(new AuditRow
            {
                At = Day.AddSeconds(number), IssuerId = "issuer", Actor = actor, Action = "award.revoked", Subject = $"award-{number}", Detail = """{"n":1}""",
                LearnerId = "learner", Reason = [1, 2, 3],
            });
        }

        await db.SaveChangesAsync();
    }

    public async Task ExtendAsync()
    {
        await using var db = database.Open();
        await new AuditChain(db, HeadFile).ExtendAsync(CancellationToken.None);
    }

    public async Task<AuditVerdict> VerifyAsync()
    {
        await using var db = database.Open();
        return await new VerifyAuditChain(db, HeadFile).RunAsync(CancellationToken.None);
    }

    /// <summary>What the database refuses, done by somebody who may switch its triggers off.</summary>
    public async Task AttackAsync(string sql)
    {
        if (database.Kind == Fixtures.Database.Postgres)
        {
            await database.ExecuteAsync($"ALTER TABLE audit DISABLE TRIGGER USER; {sql}; ALTER TABLE audit ENABLE TRIGGER USER");
            return;
        }

        var triggers = (await database.QueryAsync("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).ConvertAll(row => ((string)row[0], (string)row[1]));
        foreach (var (name, _) in triggers)
        {
            await database.ExecuteAsync($"DROP TRIGGER {name}");
        }

        await database.ExecuteAsync(sql);
        foreach (var (_, create) in triggers)
        {
            await database.ExecuteAsync(create);
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
