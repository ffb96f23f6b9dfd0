using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>What a first start leaves in a database: its tables and the sample of ESCO. It is made once for each kind, and copied then.</summary>
internal static class FirstStart
{
    private static readonly Lazy<Task<byte[]>> Sqlite = new(MakeFileAsync);
    private static readonly Lazy<Task<TestDatabase>> Postgres = new(() => MakeAsync(Database.Postgres));

    /// <summary>The bytes of a SQLite file.</summary>
    public static Task<byte[]> FileAsync() => Sqlite.Value;

    /// <summary>A PostgreSQL database that nobody is connected to. It goes with the server.</summary>
    public static Task<TestDatabase> TemplateAsync() => Postgres.Value;

    private static async Task<byte[]> MakeFileAsync()
    {
        await using var made = await MakeAsync(Database.Sqlite);
        return await File.ReadAllBytesAsync(made.File);
    }

    private static async Task<TestDatabase> MakeAsync(Database kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.MigrateAsync();
        await using (var db = database.Open())
        {
            await new EscoSample(db).ImportAsync(CancellationToken.None);
        }

        database.Disconnect();
        return database;
    }
}
