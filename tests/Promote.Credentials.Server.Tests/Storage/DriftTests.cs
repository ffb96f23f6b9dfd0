using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Storage;

/// <summary>The numbered SQL files and the row classes say the same: what EF would create is compared with what the files made.</summary>
public sealed class DriftTests
{
    private const string SqliteColumns = """
        SELECT t.name, c.name, lower(c.type), c."notnull", c.pk
        FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'schema_migrations' ORDER BY 1, 2
        """;

    private const string SqliteIndexes = """
        SELECT t.name, CASE i.origin WHEN 'c' THEN i.name ELSE i.origin END, i."unique", i.partial, c.seqno, c.name,
               coalesce(substr(d.sql, instr(upper(d.sql), ' WHERE ')), '') AS filter
        FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
        LEFT JOIN sqlite_master d ON d.type = 'index' AND d.name = i.name AND i.partial = 1
        WHERE t.type = 'table' AND t.name <> 'schema_migrations' ORDER BY 1, 2, 5
        """;

    private const string SqliteForeignKeys = """
        SELECT t.name, group_concat(f."from"), f."table", group_concat(f."to"), f.on_delete
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table' GROUP BY t.name, f.id ORDER BY 1, 2
        """;

    private const string PostgresColumns = """
        SELECT table_name, column_name, data_type, is_nullable, is_identity, coalesce(column_default, '')
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> 'schema_migrations' ORDER BY 1, 2
        """;

    private const string PostgresIndexes = """
        SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migrations' ORDER BY 1, 2
        """;

    private const string PostgresKeys = """
        SELECT conrelid::regclass::text, conname, contype::text, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'schema_migrations' AND contype <> 'n' ORDER BY 1, 2
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_files_and_the_model_describe_the_same_tables(Database kind)
    {
        await using var fromFiles = await TestDatabase.CreateMigratedAsync(kind);
        await using var fromModel = await TestDatabase.CreateAsync(kind);
        await using (var db = fromModel.Open())
        {
            await fromModel.ExecuteAsync(db.Database.GenerateCreateScript());
        }

        foreach (var question in kind == Database.Sqlite
            ? new[] { SqliteColumns, SqliteIndexes, SqliteForeignKeys }
            : [PostgresColumns, PostgresIndexes, PostgresKeys])
        {
            var expected = await LinesAsync(fromModel, question);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await LinesAsync(fromFiles, question));
        }
    }

    private static async Task<IEnumerable<string>> LinesAsync(TestDatabase database, string sql) =>
        (await database.QueryAsync(sql)).Select(row => string.Join(" | ", row));
}
