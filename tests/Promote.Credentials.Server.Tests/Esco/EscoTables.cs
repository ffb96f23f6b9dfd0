using System.Text;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco.Files;
using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Esco.Searching;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.Esco;

/// <summary>The tables of ESCO in a database of their own, empty at first.</summary>
internal sealed class EscoTables : IAsyncDisposable
{
    private static readonly Client Client = new("tests", "issuer", Scope.All);

    private EscoTables(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<EscoTables> CreateAsync(Database kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.MigrateAsync();
        return new(database);
    }

    public Task<EscoImported> ImportAsync(string csv, string? language = "en") => ImportAsync(Encoding.UTF8.GetBytes(csv), language);

    public async Task<EscoImported> ImportAsync(byte[] csv, string? language = "en")
    {
        await using var db = Database.Open();
        return await new ImportEsco(db, TimeProvider.System).RunAsync(Client, new MemoryStream(csv), language, CancellationToken.None);
    }

    public async Task<EscoImported> ImportFileAsync(string file, string language)
    {
        await using var db = Database.Open();
        await using var stream = File.OpenRead(SharedEsco.PathOf(file));
        return await new ImportEsco(db, TimeProvider.System).RunAsync(Client, stream, language, CancellationToken.None);
    }

    /// <summary>The URIs that are found, the best first.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(EscoKind kind, string asked, string language = "en")
    {
        await using var db = Database.Open();
        var hits = await new SearchEsco(db, new EscoSample(db)).RunAsync(kind, new EscoQuery { Q = asked, Language = language, Limit = 50 }, CancellationToken.None);
        return [.. hits.Items.Select(hit => hit.Uri)];
    }

    /// <summary>Everything that the tables hold, to be compared.</summary>
    public async Task<IReadOnlyList<string>> ContentAsync(bool withAudit = true)
    {
        var content = new List<string>();
        foreach (var table in new[] { "esco_concepts", "esco_labels", "esco_terms", "esco_relations", "audit" }.Take(withAudit ? 5 : 4))
        {
            content.AddRange((await Database.QueryAsync($"SELECT * FROM {table}")).Select(row => $"{table}: {string.Join('|', row)}").Order(StringComparer.Ordinal));
        }

        return content;
    }

    /// <summary>The refusal of a broken file.</summary>
    public async Task<EscoFileException> RefusedAsync(byte[] csv, string? language = "en") =>
        await Assert.ThrowsAsync<EscoFileException>(() => ImportAsync(csv, language));

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
