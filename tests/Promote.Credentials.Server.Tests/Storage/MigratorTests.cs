using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Storage;

public sealed class MigratorTests
{
    private static readonly Migration First = new(1, "0001_first", "CREATE TABLE first (id integer NOT NULL PRIMARY KEY);");
    private static readonly Migration Second = new(2, "0002_second", "CREATE TABLE second (id integer NOT NULL PRIMARY KEY);");

    [Theory, OnSqlite, OnPostgres]
    public async Task An_empty_database_gets_every_table_once(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var db = database.Open();
        var migrator = new Migrator(db, TimeProvider.System);

        await migrator.RunAsync(CancellationToken.None);

        Assert.True(await migrator.IsUpToDateAsync(CancellationToken.None));
        Assert.Equal(Migration.AllOf("sqlite").Count, await database.CountAsync("SELECT count(*) FROM schema_migrations"));
        Assert.Equal(0, await db.Credentials.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_start_together_migrate_once(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            await new Migrator(db, TimeProvider.System).RunAsync(CancellationToken.None);
        })));

        Assert.Equal(Migration.AllOf("sqlite").Count, await database.CountAsync("SELECT count(*) FROM schema_migrations"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_newer_than_the_program_is_refused(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await MigrateAsync(database, First, Second);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => MigrateAsync(database, First));

        Assert.Contains("start a newer version", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await MigrateAsync(database, First);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => MigrateAsync(database, First with { Sql = First.Sql + " -- changed" }, Second));

        Assert.Contains("0001_first", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM schema_migrations"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_migration_that_fails_leaves_nothing_behind(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await MigrateAsync(database, First);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => MigrateAsync(database, First, Second with { Sql = Second.Sql + " SELECT * FROM absent;" }));
        await MigrateAsync(database, First, Second);

        Assert.Equal(2, await database.CountAsync("SELECT count(*) FROM schema_migrations"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_names_of_learners_and_the_pathways_that_they_completed_are_carried_over(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var all = Migration.AllOf(kind == Database.Sqlite ? "sqlite" : "postgres");
        await MigrateAsync(database, [.. all.Take(20)]);
        var (now, lena, karl) = kind == Database.Sqlite ? ("0", "X'01'", "X'02'") : ("now()", "'\\x01'::bytea", "'\\x02'::bytea");
        foreach (var sql in (string[])
        [
            $"INSERT INTO issuers (id, slug, profile, keys_revision, created_at) VALUES ('i', 'i', '{{}}', 1, {now})",
            $"INSERT INTO learners (id, issuer_id, lookup, key_id, profile, created_at) VALUES ('lena', 'i', {lena}, 'k', {lena}, {now}), ('erased', 'i', NULL, 'k', {lena}, {now})",
            $"INSERT INTO achievements (id, issuer_id, state, latest_version, revision, created_at, updated_at) VALUES ('a', 'i', 'published', 1, 1, {now}, {now})",
            $"INSERT INTO achievement_versions (achievement_id, number, content, created_at) VALUES ('a', 1, '{{}}', {now})",
            $"INSERT INTO awards (id, issuer_id, achievement_id, achievement_version, learner_id, public_id, holder_id, state, details, vouched, created_at) VALUES ('w', 'i', 'a', 1, 'lena', 'p', 'h', 'issued', {lena}, {(kind == Database.Sqlite ? "0" : "false")}, {now})",
            $"INSERT INTO pathways (id, issuer_id, state, content, revision, created_at, updated_at) VALUES ('y', 'i', 'published', '{{}}', 1, {now}, {now})",
            $"INSERT INTO pathway_completions (pathway_id, learner, completed_by, award_id, created_at) VALUES ('y', {lena}, 'w', 'w', {now}), ('y', {karl}, 'w', NULL, {now})",
        ])
        {
            await database.ExecuteAsync(sql);
        }

        await MigrateAsync(database, [.. all]);

        var name = Assert.Single(await database.QueryAsync("SELECT lookup, learner_id FROM learner_lookups"));
        Assert.Equal(("01", "lena"), (Convert.ToHexString((byte[])name[0]), (string)name[1]));
        Assert.Equal(["y", "lena", "w", "w"], Assert.Single(await database.QueryAsync("SELECT pathway_id, learner_id, completed_by, award_id FROM pathway_completions")));
        Assert.Equal(2, await database.CountAsync("SELECT count(*) FROM learners WHERE merged_into IS NULL"));
    }

    [Fact]
    public void Both_databases_have_the_same_numbers()
    {
        Assert.Equal(
            Migration.AllOf("sqlite").Select(migration => migration.Name),
            Migration.AllOf("postgres").Select(migration => migration.Name));
        Assert.Equal(
            Enumerable.Range(1, Migration.AllOf("sqlite").Count),
            Migration.AllOf("sqlite").Select(migration => migration.Number));
    }

    private static async Task MigrateAsync(TestDatabase database, params Migration[] migrations)
    {
        await using var db = database.Open();
        await new Migrator(db, TimeProvider.System).RunAsync(migrations, CancellationToken.None);
    }
}
