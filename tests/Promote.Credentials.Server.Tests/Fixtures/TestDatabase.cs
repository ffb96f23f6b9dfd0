using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A new, empty database, gone with the test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name = $"promote_test_{RandomId.New().Replace('-', '_').ToLowerInvariant()}";

    private readonly bool isOfOwnServer;

    private TestDatabase(Database kind, DatabaseSettings? settings = null, string? folder = null)
    {
        (Kind, isOfOwnServer) = (kind, settings is not null);
        Directory = folder is null ? System.IO.Directory.CreateTempSubdirectory("promote-test-").FullName : System.IO.Directory.CreateDirectory(folder).FullName;
        Settings = settings ?? (kind == Database.Sqlite ? DatabaseSettings.SqliteIn(Directory) : new DatabaseSettings(PostgresServer.For(name)));
    }

    public Database Kind { get; }

    /// <summary>A folder that lives as long as the database.</summary>
    public string Directory { get; }

    public DatabaseSettings Settings { get; }

    /// <summary>The file of a SQLite database.</summary>
    public string File => new SqliteConnectionStringBuilder(Settings.ConnectionString).DataSource;

    public static async Task<TestDatabase> CreateAsync(Database kind)
    {
        var database = new TestDatabase(kind);
        if (kind == Database.Postgres)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database.name}");
        }

        return database;
    }

    /// <summary>A database as a first start leaves it, with nobody in it.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync(Database kind)
    {
        var database = new TestDatabase(kind);
        if (kind == Database.Postgres)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database.name} TEMPLATE {(await FirstStart.TemplateAsync()).name}");
        }
        else
        {
            await System.IO.File.WriteAllBytesAsync(database.File, await FirstStart.FileAsync());
        }

        return database;
    }

    /// <summary>The database of a server that is there for it alone, with the tables.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync(OwnPostgres server)
    {
        var database = new TestDatabase(Database.Postgres, new DatabaseSettings(server.ConnectionString));
        await database.MigrateAsync();
        return database;
    }

    /// <summary>A SQLite file with the tables on a disk of its own.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync(SmallDisk disk)
    {
        var database = new TestDatabase(Database.Sqlite, folder: Path.Combine(disk.Folder, "database"));
        await database.MigrateAsync();
        return database;
    }

    /// <summary>Makes the tables.</summary>
    public async Task MigrateAsync()
    {
        await using var db = Open();
        await new Migrator(db, TimeProvider.System).RunAsync(CancellationToken.None);
    }

    public CredentialsDb Open()
    {
        var options = new DbContextOptionsBuilder<CredentialsDb>();
        StorageFeature.Configure(options, Settings);
        return new CredentialsDb(options.Options);
    }

    /// <summary>The rows of a query, each as its values.</summary>
    public async Task<List<object[]>> QueryAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public Task ExecuteAsync(string sql) => QueryAsync(sql);

    public async Task<long> CountAsync(string sql) => Convert.ToInt64((await QueryAsync(sql))[0][0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Holds what a <c>SELECT … FOR …</c> or a <c>LOCK</c> of PostgreSQL takes until what it answers is disposed.</summary>
    public async Task<IAsyncDisposable> LockAsync(string sql)
    {
        var connection = new NpgsqlConnection(Settings.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("BEGIN; " + sql, connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>As soon as so many sessions of PostgreSQL wait for what another one holds.</summary>
    public async Task UntilHeldUpAsync(int sessions)
    {
        var started = Stopwatch.GetTimestamp();
        while (await CountAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") < sessions)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), $"Fewer than {sessions} sessions wait.");
            await Task.Delay(20);
        }
    }

    /// <summary>Cuts every connection and takes no new one, as a server that stops does.</summary>
    public async Task CloseToOthersAsync()
    {
        await PostgresServer.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await PostgresServer.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        // Each spelling of a connection string has a pool of its own, and what it holds was cut too.
        NpgsqlConnection.ClearAllPools();
    }

    public Task OpenToOthersAsync() => PostgresServer.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");

    /// <summary>Closes the connections that wait to be used again. What a SQLite file is written with is in the file then.</summary>
    public void Disconnect()
    {
        if (Kind == Database.Postgres)
        {
            // Each spelling of a connection string has a pool of its own: the tests' and the service's.
            foreach (var spelling in (string[])[Settings.ConnectionString, PostgresConnection.StringOf(Settings.ConnectionString)])
            {
                using var connection = new NpgsqlConnection(spelling);
                NpgsqlConnection.ClearPool(connection);
            }
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Disconnect();
        if (Kind == Database.Postgres && !isOfOwnServer)
        {
            await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private DbConnection Connect() =>
        Kind == Database.Postgres ? new NpgsqlConnection(Settings.ConnectionString) : new SqliteConnection(Settings.ConnectionString);
}
