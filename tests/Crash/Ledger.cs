using Npgsql;

namespace Promote.Credentials.Crash;

/// <summary>What stands in the database.</summary>
internal sealed class Ledger(NpgsqlDataSource database)
{
    // As many of each as there are good lines.
    private static readonly (string What, string Sql)[] Counts =
    [
        ("lines that were issued", "SELECT count(*) FROM batch_lines WHERE state = 'issued'"),
        ("awards of lines, each another one", "SELECT count(DISTINCT award_id) FROM batch_lines WHERE state = 'issued'"),
        ("awards", "SELECT count(*) FROM awards WHERE state = 'issued'"),
        ("learners", "SELECT count(*) FROM learners"),
        ("signed documents", "SELECT count(*) FROM credentials WHERE state = 'issued' AND signed IS NOT NULL"),
        ("rows of the audit trail", "SELECT count(DISTINCT subject) FROM audit WHERE action = 'award.issued'"),
        ("events", "SELECT count(*) FROM outbox WHERE kind = 'award.issued'"),
    ];

    private readonly Dictionary<string, long> before = new(StringComparer.Ordinal);

    /// <summary>How far the batch is; null while the database is away.</summary>
    internal async Task<long?> IssuedAsync()
    {
        try
        {
            return await CountAsync("SELECT count(*) FROM batch_lines WHERE state = 'issued'");
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>Remembers what was there before the batch: the demo issuer has an award.</summary>
    internal async Task RememberAsync()
    {
        foreach (var (_, sql) in Counts)
        {
            before[sql] = await CountAsync(sql);
        }
    }

    /// <summary>Whatever is not as it has to be, a sentence each.</summary>
    internal async Task<List<string>> FindFaultsAsync(int good, int bad)
    {
        // Connections from before PostgreSQL was restarted lead nowhere.
        database.Clear();
        var faults = new List<string>();
        foreach (var (what, sql) in Counts)
        {
            await ExpectAsync(faults, what, good, sql);
        }

        await ExpectAsync(faults, "bad lines", bad, "SELECT count(*) FROM batch_lines WHERE state = 'bad'");
        await ExpectAsync(faults, "awards that are not signed", 0, "SELECT count(*) FROM awards WHERE state <> 'issued'");
        await ExpectAsync(faults, "documents that are not signed", 0, "SELECT count(*) FROM credentials WHERE state <> 'issued' OR signed IS NULL");
        await ExpectAsync(faults, "documents with a place in a status list that another one has", 0, "SELECT count(*) - count(DISTINCT (status_list_id, status_index)) FROM credentials");
        await ExpectAsync(faults, "rows of the audit trail that stand twice", 0, "SELECT count(*) - count(DISTINCT subject) FROM audit WHERE action = 'award.issued'");
        await ExpectAsync(faults, "events of the batch's end", 1, "SELECT count(*) FROM outbox WHERE kind = 'batch.completed'");
        return faults;
    }

    private async Task ExpectAsync(List<string> faults, string what, long expected, string sql)
    {
        var found = await CountAsync(sql) - before.GetValueOrDefault(sql);
        Console.WriteLine($"  {what}: {found}");
        if (found != expected)
        {
            faults.Add($"{what}: {found} instead of {expected}");
        }
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
