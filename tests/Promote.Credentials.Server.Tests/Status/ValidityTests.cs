using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Status;

[Trait("speed", "slow")]
public sealed class ValidityTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_award_that_begins_later_is_not_valid_yet_and_says_so(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var begins = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var body = AwardRequest.For(seed);
        body["validFrom"] = begins;
        body["formats"] = JsonSerializer.SerializeToNode((string[])["ob3", "ob3-jwt", "europass"]);
        using var answer = await AwardRequest.SendAsync(service.Client, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var given = Given.Of(service, await answer.Content.ReadFromJsonAsync<JsonElement>());

        Assert.Equal(("invalid", "passed"), await given.VerdictAsync());
        var page = await given.PageAsync($"/v/{given.PublicId}");
        Assert.Contains(Texts.In("en")["pages.verdict.early.headline"], page, StringComparison.Ordinal);
        Assert.Contains("verdict tone-open", page, StringComparison.Ordinal);
        var document = await given.DocumentAsync();
        Assert.Equal($"{begins}T00:00:00Z", document.GetProperty("validFrom").GetString());
        Assert.NotEqual(document.GetProperty("validFrom").GetString(), document.GetProperty("proof")[0].GetProperty("created").GetString());
    }

    [Theory]
    [InlineData("""{"validFrom": "2026-03-19"}""", "/validFrom")]
    [InlineData("""{"validFrom": "2126-03-19"}""", "/validFrom")]
    [InlineData("""{"validFrom": "2030-03-19", "validUntil": "2030-03-18"}""", "/validUntil")]
    [InlineData("""{"validFrom": "2030-03-19", "formats": ["ob3", "ob2"]}""", "/formats/1")]
    public async Task A_beginning_that_cannot_be_is_refused(string changes, string pointer)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var body = AwardRequest.For(seed);
        foreach (var (name, value) in JsonSerializer.Deserialize<System.Text.Json.Nodes.JsonObject>(changes)!)
        {
            body[name] = value?.DeepClone();
        }

        using var answer = await AwardRequest.SendAsync(service.Client, body);
        Assert.Contains((await Problem.ReadAsync(answer)).Errors!, error => error.Pointer == pointer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_learner_is_told_once_that_a_credential_ends_in_a_month(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var sink = new MailSink();
        var soon = await EndingAsync(database, seed, sink);

        // The reminder looks once an hour, and at start.
        await using (var service = await ServiceProcess.StartAsync(database, [.. sink.Settings, Given.SameAddress]))
        {
            var reminders = (await sink.UntilAsync(5)).Where(mail => mail.Header("Subject").Contains("expiră în curând", StringComparison.Ordinal)).ToList();
            var mail = Assert.Single(reminders);
            Assert.Equal(["soon@prison.example"], mail.Recipients);
            Assert.Contains($"/credentials/{soon.HolderId}", mail.Text, StringComparison.Ordinal);
            Assert.Contains("Dacă doriți să rămână actual", mail.Text, StringComparison.Ordinal);
            Assert.False((await soon.At(service).ReadAsync()).GetProperty("delivery").GetProperty("state").ValueEquals("pending"));
        }

        await using (var again = await ServiceProcess.StartAsync(database, [.. sink.Settings, Given.SameAddress]))
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM deliveries WHERE request = 'expiring' AND state <> 'suppressed'"));
            Assert.Equal(5, sink.Mails.Count);
        }
    }

    // Four awards that end within a month: one plain, one revoked, one whose learner is to be told nothing, one so short that its own mail says it.
    private static async Task<Given> EndingAsync(TestDatabase database, Seed seed, MailSink sink)
    {
        await using var service = await ServiceProcess.StartAsync(database, [.. sink.Settings, Given.SameAddress]);
        var soon = await Given.AwardAsync(service, seed, "soon");
        var revoked = await Given.AwardAsync(service, seed, "revoked");
        var longer = await Given.AwardAsync(service, seed, "longer");
        var shorter = await Given.AwardAsync(service, seed, "short");
        await revoked.ChangeAsync("revoke", "Awarded by mistake");
        await sink.UntilAsync(4);
        await UntilKnownAsSentAsync(database, 4);
        var now = TimeProvider.System.GetUtcNow();
        await EndAsync(database, soon, now.AddYears(-1), now.AddDays(29));
        await EndAsync(database, revoked, now.AddYears(-1), now.AddDays(29));
        await EndAsync(database, longer, now.AddYears(-1), now.AddDays(31));
        await EndAsync(database, shorter, now, now.AddDays(20));
        return soon;
    }

    // The service is to know that what came was sent, before it is killed.
    private static async Task UntilKnownAsSentAsync(TestDatabase database, int mails)
    {
        var started = Stopwatch.GetTimestamp();
        while (await database.CountAsync("SELECT count(*) FROM deliveries WHERE state = 'sent'") < mails)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "A mail that came is not known as sent.");
            await Task.Delay(20);
        }
    }

    private static Task EndAsync(TestDatabase database, Given given, DateTimeOffset issued, DateTimeOffset end) => database.ExecuteAsync(database.Kind == Database.Sqlite
        ? $"UPDATE awards SET issued_at = {issued.ToUnixTimeMilliseconds()}, valid_until = {end.ToUnixTimeMilliseconds()} WHERE id = '{given.Id}'"
        : $"UPDATE awards SET issued_at = '{issued:O}', valid_until = '{end:O}' WHERE id = '{given.Id}'");
}
