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

    private int sent;

    internal static async Task<Cohort> OfAsync(ServerProcess server, string apiKey)
    {
        var client = new HttpClient { BaseAddress = server.Url, Timeout = Limit, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", apiKey) } };
        var achievement = (await client.GetFromJsonAsync<JsonElement>("/api/v1/achievements")).GetProperty("items")[0];
        return new(client, achievement.GetProperty("id").GetString()!, [.. achievement.GetProperty("content").GetProperty("resultDescriptions").EnumerateArray().Select(description => description.GetProperty("id").GetString()!)]);
    }

    /// <summary>Sends so many people whom nobody awarded before, and waits until nothing is left to be done; answers how long it took, from the first byte on.</summary>
    internal async Task<TimeSpan> SendAsync(int lines, string formats = "ob3", string also = "confirm=true")
    {
        var cohort = sent++;
        var started = TimeProvider.System.GetTimestamp();
        using var content = new StringContent(Csv(cohort, lines), Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync($"/api/v1/batches?achievement={achievement}&formats={formats}&{also}", content);
        var batch = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        while (true)
        {
            var now = await client.GetFromJsonAsync<JsonElement>($"/api/v1/batches/{batch}");
            if (now.GetProperty("state").GetString() == "done")
            {
                var counts = now.GetProperty("counts");
                return counts.GetProperty("good").GetInt32() == lines && (also != "confirm=true" || counts.GetProperty("issued").GetInt32() == lines)
                    ? TimeProvider.System.GetElapsedTime(started)
                    : throw new InvalidOperationException($"Not every line was good: {counts}");
            }

            if (TimeProvider.System.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"The batch is not done: {now}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
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
