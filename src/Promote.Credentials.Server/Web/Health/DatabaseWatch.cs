using System.Data;
using Npgsql;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Web.Health;

/// <summary>
/// Notices a PostgreSQL server that takes questions and answers none, as one that froze or is behind a line that is cut: a statement would wait for it, and so
/// would whoever asked. A server that refuses or breaks off has answered.
/// </summary>
internal sealed class DatabaseWatch(DatabaseSettings database, TimeProvider time, ILogger<DatabaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // Patience is counted in slices that this process lived through, not read from a clock: while the whole machine pauses, no server can answer.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);
    private const int SlicesForAnswer = 8;

    // A busy server greets late, and whoever is refused learns it at once.
    private const int SlicesForGreeting = 50;

    private volatile bool isSilent;

    /// <summary>Whether the server has been silent for most of a second.</summary>
    public bool IsSilent => isSilent;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!database.IsPostgres)
        {
            return;
        }

        // The driver must not ask such a server to cancel a question: it would wait for that as well.
        var own = new NpgsqlConnectionStringBuilder(PostgresConnection.StringOf(database.ConnectionString)) { Pooling = false, Timeout = 10, CommandTimeout = 0 }.ConnectionString;
        var line = new NpgsqlConnection(own);
        while (!stoppingToken.IsCancellationRequested)
        {
            var patience = line.State == ConnectionState.Open ? SlicesForAnswer : SlicesForGreeting;
            var asked = AnswersAsync(line);
            for (var slice = 0; slice < patience && !asked.IsCompleted && !stoppingToken.IsCancellationRequested; slice++)
            {
                await Task.WhenAny(asked, Task.Delay(Slice, time, stoppingToken));
            }

            Tell(isSilentNow: !asked.IsCompleted && !stoppingToken.IsCancellationRequested);
            if (!asked.IsCompleted || !await asked)
            {
                // It is asked on another line: this one may be cut for good.
                _ = CloseAsync(line, asked);
                line = new NpgsqlConnection(own);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await line.DisposeAsync();
    }

    private static async Task<bool> AnswersAsync(NpgsqlConnection line)
    {
        try
        {
            if (line.State != ConnectionState.Open)
            {
                await line.OpenAsync(CancellationToken.None);
            }

            await using var question = new NpgsqlCommand("SELECT 1", line);
            await question.ExecuteScalarAsync(CancellationToken.None);
            return true;
        }
        catch (Exception broken) when (StorageUnavailable.IsCauseOf(broken))
        {
            return false;
        }
    }

    // Nobody may close a connection before its question is answered or the line has broken.
    private static async Task CloseAsync(NpgsqlConnection line, Task asked)
    {
        await asked;
        await line.DisposeAsync();
    }

    private void Tell(bool isSilentNow)
    {
        if (isSilentNow && !isSilent)
        {
            Log.DatabaseSilent(log);
        }
        else if (!isSilentNow && isSilent)
        {
            Log.DatabaseAnswers(log);
        }

        isSilent = isSilentNow;
    }
}
