using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Benchmarks.Load;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>A client that sends cohorts of the demo achievement as CSV, with every column filled so that each document is as large as the comparator's.</summary>
internal sealed class Cohort(HttpClient client, string achievement, string[] results)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    // No two cohorts have anybody in common, whoever sends them.
    private static int sent;

    internal static async Task<Cohort> OfAsync(ServerProcess server, string apiKey)
    {
        var client = new HttpClient { BaseAddress = server.Url, Timeout = Limit, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", apiKey) } };
        var achievement = (await client.GetFromJsonAsync<JsonElement>("/api/v1/achievements")).GetProperty("items")[0];
        return new(client, achievement.GetProperty("id").GetString()!, [.. achievement.GetProperty("content").GetProperty("resultDescriptions").EnumerateArray().Select(description => description.GetProperty("id").GetString()!)]);
    }

    /// <summary>Sends so many people whom nobody awarded before, and waits until nothing is left to be done; answers how long it took, from the first byte on.</summary>
    internal async Task<TimeSpan> SendAsync(int lines, string formats = "ob3", string also = "confirm=true")
    {
        var started = TimeProvider.System.GetTimestamp();
        var counts = await UntilAsync("done", await UploadAsync(lines, formats, also));
        return counts.GetProperty("good").GetInt32() == lines && (also != "confirm=true" || counts.GetProperty("issued").GetInt32() == lines)
            ? TimeProvider.System.GetElapsedTime(started)
            : throw new InvalidOperationException($"Not every line was good: {counts}");
    }

    /// <summary>From the confirmation of so many lines: how long until the first event, and until the first one that tells of an issued line. They are all issued then.</summary>
    internal async Task<(TimeSpan Any, TimeSpan Issued)> ConfirmAsync(int lines)
    {
        var batch = await UploadAsync(lines, "ob3", "confirm=false");
        await UntilAsync("awaitingConfirmation", batch);
        var started = TimeProvider.System.GetTimestamp();
        using var confirmed = await client.PostAsync($"/api/v1/batches/{batch}/confirm", null);
        confirmed.EnsureSuccessStatusCode();
        using var answer = await client.GetAsync($"/api/v1/batches/{batch}/events", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        TimeSpan? any = null;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                any ??= TimeProvider.System.GetElapsedTime(started);
                if (JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]).GetProperty("counts").GetProperty("issued").GetInt32() > 0)
                {
                    var issued = TimeProvider.System.GetElapsedTime(started);
                    await UntilAsync("done", batch);
                    return (any.Value, issued);
                }
            }
        }

        throw new InvalidOperationException("The events ended before a line was issued.");
    }

    /// <summary>Revokes so many awards by one request; answers how long it took until each was.</summary>
    internal async Task<TimeSpan> RevokeAsync(int lines)
    {
        var batch = await UploadAsync(lines, "ob3", "confirm=true");
        await UntilAsync("done", batch);
        var started = TimeProvider.System.GetTimestamp();
        using var answer = await client.PostAsJsonAsync("/api/v1/batches/revoke", new { awards = new { batch }, reason = "The training was another one", confirm = true });
        var counts = await UntilAsync("done", await IdAsync(answer));
        return counts.GetProperty("issued").GetInt32() == lines ? TimeProvider.System.GetElapsedTime(started) : throw new InvalidOperationException($"Not every award was revoked: {counts}");
    }

    private async Task<string> UploadAsync(int lines, string formats, string also)
    {
        using var content = new StringContent(Csv(sent++, lines), Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync($"/api/v1/batches?achievement={achievement}&formats={formats}&{also}", content);
        return await IdAsync(answer);
    }

    private static async Task<string> IdAsync(HttpResponseMessage answer) =>
        (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

    private async Task<JsonElement> UntilAsync(string state, string batch)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var now = await client.GetFromJsonAsync<JsonElement>($"/api/v1/batches/{batch}");
            if (now.GetProperty("state").GetString() == state)
            {
                return now.GetProperty("counts");
            }

            if (TimeProvider.System.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"The batch is not {state}: {now}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private string Csv(int cohort, int lines)
    {
        var csv = new StringBuilder("givenName,familyName,email,awardedOn,narrative,evidence.1.name,evidence.1.url,evidence.1.narrative").AppendJoin("", results.Select(id => $",result.{id}")).Append('\n');
        var values = string.Concat(Enumerable.Repeat(",92", results.Length));
        for (var i = 0; i < lines; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Ioana,Popescu,ioana.{cohort}.{i}@prison.example,2026-03-20,Led both interviews alone.,Case file,https://evidence.example/17,\"Two interviews, assessed.\"{values}\n");
        }

        return csv.ToString();
    }
}
