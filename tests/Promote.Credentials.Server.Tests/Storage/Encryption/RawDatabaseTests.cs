using System.Buffers.Text;
using System.Net;
using System.Text;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Storage.Encryption;

/// <summary>What a stolen database tells.</summary>
[Trait("speed", "slow")]
public sealed class RawDatabaseTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Key = "ioana@prison.example-2026-03-20";

    // Every text of AwardRequest that is about the person, and the key, where clients put such texts.
    private static readonly string[] Personal =
    [
        "Ioana-ioana", "Țepeș-Müller", "Tepes", "Müller", "ioana@prison.example", "platform-ioana", "1990-05-01", "evidence.example", "Rahova", "Popescu",
        "wing C", "identityHash", "sha256$", "givenName", Key,
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task No_table_holds_a_byte_about_a_person(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var sink = new MailSink();
        await using (var service = await ServiceInside.StartAsync(database, sink.Settings))
        {
            using var answer = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), Key);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

            // The outbox, the delivery and, by the repetition, the job engine's own tables have had their part.
            await sink.UntilAsync(1);
            using var again = await service.Client.PostAsync($"/api/v1/awards/{(await database.QueryAsync("SELECT id FROM awards"))[0][0]}/notify", null);
            Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
            Assert.All(Personal, text => Assert.DoesNotContain(text, service.Output, StringComparison.OrdinalIgnoreCase));
        }

        var bytes = await DumpAsync(database);

        Assert.True(bytes.AsSpan().IndexOf("Restorative interviewing"u8) >= 0, "The dump shows what is public.");
        foreach (var text in Personal)
        {
            foreach (var form in Forms(text))
            {
                Assert.True(bytes.AsSpan().IndexOf(form) < 0, $"The database holds “{text}”.");
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_erased_learner_cannot_be_read_again(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var database = service.Database;
        using var answer = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), Key);
        var publicId = (string)(await database.QueryAsync($"SELECT public_id FROM awards WHERE issuer_id = '{seed.IssuerId}'"))[0][0];
        Assert.NotNull(await Ledger.FindAsync(database, publicId));

        await database.ExecuteAsync($"DELETE FROM learner_lookups WHERE learner_id IN (SELECT id FROM learners WHERE issuer_id = '{seed.IssuerId}')");
        await database.ExecuteAsync($"UPDATE learners SET wrapped_key = NULL WHERE issuer_id = '{seed.IssuerId}'");

        Assert.Null(await Ledger.FindAsync(database, publicId));
        using var repeated = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), Key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, repeated.StatusCode);
        using var anew = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "another-key");
        Assert.Equal(HttpStatusCode.Created, anew.StatusCode);
        Assert.Equal(2, await database.CountAsync($"SELECT count(*) FROM learners WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_document_is_found_damaged(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var database = service.Database;
        using var answer = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed));
        var publicId = (string)(await database.QueryAsync($"SELECT public_id FROM awards WHERE issuer_id = '{seed.IssuerId}'"))[0][0];

        await using (var db = database.Open())
        {
            var row = db.Credentials.Single(credential => db.Awards.Any(award => award.Id == credential.AwardId && award.PublicId == publicId));
            row.Signed = [.. row.Signed!];
            row.Signed[^40] ^= 1;
            await db.SaveChangesAsync();
        }

        var found = await Ledger.FindAsync(database, publicId);
        Assert.NotNull(found);
        Assert.Null(found.Utf8);
    }

    // As text in UTF-8 and UTF-16, and inside base64 at each of the three offsets.
    private static IEnumerable<byte[]> Forms(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return utf8;
        yield return Encoding.Unicode.GetBytes(text);
        for (var offset = 0; offset < 3; offset++)
        {
            var padded = Base64Url.EncodeToString([.. new byte[offset], .. utf8]);
            yield return Encoding.ASCII.GetBytes(padded[(offset == 0 ? 0 : offset + 1)..^2]);
        }
    }

    private static async Task<byte[]> DumpAsync(TestDatabase database)
    {
        if (database.Kind == Database.Sqlite)
        {
            return [.. Directory.EnumerateFiles(database.Directory, "credentials.db*").SelectMany(File.ReadAllBytes)];
        }

        var dump = new MemoryStream();
        foreach (var table in await database.QueryAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
        {
            foreach (var value in (await database.QueryAsync($"SELECT * FROM {table[0]}")).SelectMany(row => row))
            {
                dump.Write(value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
                dump.WriteByte((byte)'\n');
            }
        }

        return dump.ToArray();
    }
}
