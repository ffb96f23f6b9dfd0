using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Storage;

/// <summary>A request ends soon, however long the database takes, and what the service has to do itself is not cut off.</summary>
public sealed class TimeOutTests(TimeOutTests.Impatient services) : IClassFixture<TimeOutTests.Impatient>
{
    private const int DatabaseSilent = 1116;
    private const int DatabaseAnswers = 1117;

    [Theory, OnPostgres]
    public async Task A_request_that_waits_for_a_lock_is_answered_with_503_and_succeeds_later(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);

        // A statement that reads, one that writes through the model, and one that writes many rows at a time.
        await using (await service.Database.LockAsync("LOCK TABLE awards IN ACCESS EXCLUSIVE MODE"))
        {
            await AssertUnavailableAsync(() => service.Client.GetAsync("/api/v1/awards"));
            await AssertUnavailableAsync(() => AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "read"));
        }

        await using (await service.Database.LockAsync("LOCK TABLE idempotency_keys IN EXCLUSIVE MODE"))
        {
            await AssertUnavailableAsync(() => AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "written"));
        }

        using var read = await service.Client.GetAsync("/api/v1/awards");
        using var written = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "written");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created), (read.StatusCode, written.StatusCode));
    }

    [Theory, OnPostgres]
    public async Task A_statement_that_takes_too_long_is_answered_with_503_and_succeeds_later(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        await service.Database.ExecuteAsync("CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(30); RETURN NEW; END $$");
        await service.Database.ExecuteAsync("CREATE TRIGGER dawdle BEFORE INSERT ON awards FOR EACH ROW EXECUTE FUNCTION dawdle()");
        try
        {
            await AssertUnavailableAsync(() => AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "slow"), "slow"));
        }
        finally
        {
            await service.Database.ExecuteAsync("DROP TRIGGER dawdle ON awards");
        }

        using var written = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "slow"), "slow");
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory, OnPostgres]
    public async Task A_file_that_comes_slowly_is_taken(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var file = new SlowFile(["givenName,familyName,email,awardedOn\n", .. Enumerable.Range(1, 12).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20\n")]);

        using var taken = await service.Client.PostAsync($"/api/v1/batches?achievement={seed.AchievementId}", file);

        Assert.True(taken.StatusCode == HttpStatusCode.Accepted, await taken.Content.ReadAsStringAsync());
        Assert.True(file.Took > Impatient.Statement * 2, $"It took {file.Took} only.");
        Assert.Equal(12, await service.Database.CountAsync($"SELECT count(*) FROM batch_lines l JOIN batches b ON b.id = l.batch_id WHERE b.issuer_id = '{seed.IssuerId}'"));
    }

    [Theory]
    [InlineData("", "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=2min")]
    [InlineData(";Options=-c statement_timeout=1min", "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=2min -c statement_timeout=1min")]
    [InlineData(";options = ;", null)]
    public void The_operator_has_the_last_word(string more, string? options) =>
        Assert.Equal(options, new NpgsqlConnectionStringBuilder(PostgresConnection.StringOf($"Host=db;Password='a;b=Options'{more}")).Options);

    [Theory, OnPostgres]
    public async Task The_server_cuts_off_by_default_and_not_in_long_work(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var db = database.Open();
        var usual = await ShownAsync(db);
        await using (await db.Database.BeginTransactionAsync())
        {
            await LongWork.AllowAsync(db, CancellationToken.None);
            Assert.Equal("0 0 0", await ShownAsync(db));
        }

        Assert.Equal(("15s 5s 2min", usual), (usual, await ShownAsync(db)));
    }

    [OwnPostgresFact]
    public async Task A_server_that_stops_is_answered_with_503_within_a_second_and_found_again_when_it_starts()
    {
        await using var server = await OwnPostgres.StartAsync(disk: null);
        await using var database = await TestDatabase.CreateMigratedAsync(server);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        using var before = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "before");
        Assert.Equal(HttpStatusCode.Created, before.StatusCode);

        await server.StopAsync();
        await AssertUnavailableAtOnceAsync(service, seed);
        using var ready = await service.Anonymous.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        await server.StartAsync();
        using var after = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "during"), "during");
        Assert.Equal(HttpStatusCode.Created, after.StatusCode);
        await Ledger.AssertWholeAsync(database, awards: 2);
    }

    [OwnPostgresFact]
    public async Task A_server_that_freezes_is_answered_with_503_within_a_second_once_it_is_noticed_and_found_again_when_it_thaws()
    {
        await using var server = await OwnPostgres.StartAsync(disk: null);
        await using var database = await TestDatabase.CreateMigratedAsync(server);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        using var before = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "before");
        Assert.Equal(HttpStatusCode.Created, before.StatusCode);

        await server.FreezeAsync();
        var waiting = AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "waiting"), "waiting");
        try
        {
            await UntilLoggedAsync(service, DatabaseSilent);
            await AssertUnavailableAtOnceAsync(service, seed);
            using var ready = await service.Anonymous.GetAsync("/readyz");
            using var metrics = await service.Anonymous.GetAsync("/metrics");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, metrics.StatusCode));
        }
        finally
        {
            await server.ThawAsync();
        }

        await UntilLoggedAsync(service, DatabaseAnswers);
        using var waited = await waiting;
        using var after = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "during"), "during");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (waited.StatusCode, after.StatusCode));
        await Ledger.AssertWholeAsync(database, awards: 3);
    }

    private static async Task UntilLoggedAsync(TestedService service, int logged)
    {
        var started = Stopwatch.GetTimestamp();
        while (!service.Output.Contains($"[{logged}]", StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), $"Nobody says {logged}.");
            await Task.Delay(50);
        }
    }

    // Of nine tries a machine that is busy with other tests may be slow in some.
    private static async Task AssertUnavailableAtOnceAsync(TestedService service, Seed seed)
    {
        var took = new List<TimeSpan>();
        for (var i = 0; i < 9; i++)
        {
            took.Add(await AssertUnavailableAsync(() => i % 2 == 0 ? service.Client.GetAsync("/api/v1/awards") : AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, "during"), "during")));
            await Task.Delay(100);
        }

        took.Sort();
        Assert.True(took[4] < TimeSpan.FromSeconds(1), $"They took {string.Join(", ", took)}.");
    }

    private static async Task<TimeSpan> AssertUnavailableAsync(Func<Task<HttpResponseMessage>> send)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await send();
        var took = Stopwatch.GetElapsedTime(started);
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("PC-R021", (await Problem.ReadAsync(answer)).Code);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.True(took < TimeSpan.FromSeconds(10), $"It took {took}.");
        return took;
    }

    private static async Task<string> ShownAsync(CredentialsDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'))";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The service with an operator who waits for nothing long.</summary>
    public sealed class Impatient : StartedOnBoth
    {
        public static TimeSpan Statement { get; } = TimeSpan.FromSeconds(1);

        private protected override (string Name, string? Value)[] Settings =>
            [("ConnectionStrings__Credentials", $"{{database}};Options=-c statement_timeout={Statement.TotalMilliseconds} -c lock_timeout=500")];
    }

    private sealed class SlowFile : HttpContent
    {
        private readonly string[] lines;

        public SlowFile(string[] lines) => (this.lines, Headers.ContentType) = (lines, new("text/csv"));

        public TimeSpan Took { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var line in lines)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(line));
                await stream.FlushAsync();
                await Task.Delay(250);
            }

            Took = Stopwatch.GetElapsedTime(started);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
