using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>How far a batch is, asked for and told.</summary>
public sealed class ProgressTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Header = "givenName,familyName,email,awardedOn\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task Events_tell_a_batch_from_the_first_line_to_the_last_and_end(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await SendAsync(service, 300, "&confirm=true");
        var started = Stopwatch.GetTimestamp();

        var events = await EventsAsync(service, batch).ToListAsync();

        Assert.InRange(events.Count, 2, 2 + (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * 2));
        Assert.Equal(events.Select(one => Sent.CountsOf(one).Issued).Order(), events.Select(one => Sent.CountsOf(one).Issued));
        Assert.Equal(("done", (300, 300, 0, 300, 0)), (StateOf(events[^1]), Sent.CountsOf(events[^1])));
        Assert.DoesNotContain(events, one => StateOf(one) is "running" && one.TryGetProperty("finishedAt", out _));
        foreach (var running in events.Where(one => one.TryGetProperty("rate", out _)))
        {
            Assert.True(running.GetProperty("rate").GetDecimal() > 0);
            Assert.True(running.TryGetProperty("estimatedEnd", out _));
        }

        var end = await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/batches/{batch.Id}");
        Assert.False(end.TryGetProperty("rate", out _) || end.TryGetProperty("estimatedEnd", out _));
        Assert.True(end.GetProperty("startedAt").GetDateTimeOffset() <= end.GetProperty("finishedAt").GetDateTimeOffset());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_it_runs_it_says_how_fast_and_until_when(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await SendAsync(service, 2000, "&confirm=true");
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var now = await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/batches/{batch.Id}");
            if (StateOf(now) == "running" && now.TryGetProperty("rate", out var rate))
            {
                Assert.True(rate.GetDecimal() > 0);
                Assert.InRange(now.GetProperty("estimatedEnd").GetDateTimeOffset() - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-2), TimeSpan.FromMinutes(5));
                using var cancelled = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/cancel", null);
                return;
            }

            Assert.NotEqual("done", StateOf(now));
            await Task.Delay(10);
        }

        Assert.Fail("It never said how fast it is.");
    }

    [Theory, OnPostgres]
    public async Task Another_node_tells_what_this_one_does(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var neighbour = await services.NextToAsync(service, seed);
        var batch = await SendAsync(service, 100, "&confirm=true");

        var here = EventsAsync(service, batch).ToListAsync().AsTask();
        var there = await EventsAsync(neighbour, batch).ToListAsync();

        Assert.Equal("done", StateOf(there[^1]));
        Assert.Equal(Sent.CountsOf((await here)[^1]), Sent.CountsOf(there[^1]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_else_hears_of_it_and_a_browser_that_saw_the_end_is_told_to_stop(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await SendAsync(service, 1, "&dryRun=true");
        await batch.UntilAsync("done");

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(service, batch, "end"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, batch, "17 \" what"));
        service.ActFor(services.Another(kind));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, batch, null));
    }

    [Fact]
    public async Task One_client_holds_so_many_streams_open_and_gets_another_one_when_one_is_closed()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        var batch = await SendAsync(service, 1, "");
        await batch.UntilAsync("awaitingConfirmation");
        var open = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
        {
            open.Add(await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/events", HttpCompletionOption.ResponseHeadersRead));
        }

        Assert.All(open, one => Assert.Equal(HttpStatusCode.OK, one.StatusCode));
        using var refused = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.TooManyRequests, "PC-R016"), (refused.StatusCode, (await Problem.ReadAsync(refused)).Code));
        Assert.NotNull(refused.Headers.RetryAfter);

        open.ForEach(one => one.Dispose());
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var again = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/events", HttpCompletionOption.ResponseHeadersRead);
            if (again.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("A closed stream keeps its seat.");
    }

    [Fact]
    [Trait("speed", "slow")]
    public async Task A_stream_in_which_nothing_happens_shows_that_it_is_alive()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        var batch = await SendAsync(service, 1, "");
        await batch.UntilAsync("awaitingConfirmation");
        using var answer = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/events", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(25));

        string? line;
        do
        {
            line = await reader.ReadLineAsync(patience.Token);
        }
        while (line is not (":" or null));

        Assert.Equal(":", line);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_done_batch_says_of_its_lines_is_what_they_are(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var batch = await Sent.PostAsync(service, achievement, Header + "Ana,One,ana@prison.example,2026-03-20\nAna,Bad,nobody,2026-03-20\n", "");
        await batch.UntilAsync("awaitingConfirmation");
        await service.Database.ExecuteAsync($"UPDATE achievements SET state = 'retired' WHERE id = '{achievement}'");
        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal((2, 1, 1, 0, 1), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Contains("\"failed\":1", (string)(await service.Database.QueryAsync($"SELECT counted FROM batches WHERE id = '{batch.Id}'"))[0][0], StringComparison.Ordinal);

        await service.Database.ExecuteAsync($"UPDATE achievements SET state = 'published' WHERE id = '{achievement}'");
        using var retried = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/retry", null);

        Assert.Equal((2, 1, 1, 1, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Contains("\"issued\":1", await service.Client.GetStringAsync("/api/v1/batches"), StringComparison.Ordinal);
    }

    private static async Task<Sent> SendAsync(TestedService service, int lines, string query) => await Sent.PostAsync(
        service, await Walked.AchievementAsync(service, "Cohort"), Header + string.Concat(Enumerable.Range(1, lines).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20\n")), query);

    private static async Task<HttpStatusCode> StatusAsync(TestedService service, Sent batch, string? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/batches/{batch.Id}/events");
        if (last is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        }

        using var answer = await service.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async IAsyncEnumerable<JsonElement> EventsAsync(TestedService service, Sent batch)
    {
        using var answer = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]);
            }
        }
    }

    private static string StateOf(JsonElement batch) => batch.GetProperty("state").GetString()!;
}
