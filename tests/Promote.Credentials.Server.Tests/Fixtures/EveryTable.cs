using System.Text;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A table with everything that lies in it, for whoever looks for what should not: tables of the jobs too.</summary>
internal sealed record EveryTable(string Name, string Text)
{
    /// <summary>All that the database has.</summary>
    public static async Task<IReadOnlyList<EveryTable>> OfAsync(TestDatabase database)
    {
        var names = await database.QueryAsync(database.Kind == Database.Postgres
            ? "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')"
            : "SELECT name FROM sqlite_master WHERE type = 'table'");
        var tables = new List<EveryTable>();
        foreach (var name in names.Select(row => (string)row[0]))
        {
            var text = new StringBuilder();
            foreach (var row in await database.QueryAsync($"SELECT * FROM {name}"))
            {
                text.AppendJoin('\n', row.Select(value => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : value?.ToString())).Append('\n');
            }

            tables.Add(new(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], text.ToString()));
        }

        return tables;
    }
}
