using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Benchmarks.Load;
using Promote.Credentials.Benchmarks.Samples;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>The whole <c>POST /api/v1/awards</c> on PostgreSQL against the comparator, at eight connections.</summary>
internal static class Awards
{
    internal static async Task RunAsync()
    {
        var postmaster = int.Parse(PublishedService.Required("PROMOTE_TEST_POSTGRES_PID"), CultureInfo.InvariantCulture);
        using var service = new PublishedService();
        using var server = await service.StartAsync(PublishedService.Required("PROMOTE_TEST_POSTGRES"));
        using var comparator = await Servers.StartComparatorAsync();

        var awards = await TargetAsync(server, service.ApiKey, "ob3");
        var database = ProcessorTime.OfFamily(postmaster);
        await new Race(rounds: 5, connections: 8).RunAsync((awards, 1000), (Compare.Target(comparator, Sample.Write(Sample.Proposal)), 300));
        database = ProcessorTime.OfFamily(postmaster) - database;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL, not counted above: {database * 1000 / 7000:F2} CPU-ms an award"));
    }

    /// <summary>Awards in these forms, each a new one.</summary>
    internal static async Task<LoadTarget> TargetAsync(ServerProcess server, string apiKey, params string[] formats)
    {
        var award = await RequestAsync(server, apiKey, formats);
        var url = new Uri(server.Url, "/api/v1/awards");
        return LoadTarget.Post($"POST /api/v1/awards in {string.Join(", ", formats)}", server.Id, url, award, request =>
        {
            request.Headers.Authorization = new("Bearer", apiKey);
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        });
    }

    // An award of the demo achievement with every member filled, so that its document is as large as the comparator's.
    private static async Task<byte[]> RequestAsync(ServerProcess server, string apiKey, string[] formats)
    {
        using var client = new HttpClient { BaseAddress = server.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        var achievement = (await client.GetFromJsonAsync<JsonElement>("/api/v1/achievements")).GetProperty("items")[0];
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            achievement = achievement.GetProperty("id").GetString(),
            learner = new { givenName = "Ioana", familyName = "Popescu", email = "ioana@prison.example" },
            awardedOn = "2026-03-20",
            activity = new { from = "2026-01-10", to = "2026-03-15" },
            results = achievement.GetProperty("content").GetProperty("resultDescriptions").EnumerateArray()
                .Select(description => new { resultDescription = description.GetProperty("id").GetString(), value = "92" }),
            evidence = new[] { new { name = "Case file", url = "https://evidence.example/17", narrative = "Two interviews, assessed." } },
            narrative = "Led both interviews alone.",
            formats,
        });
    }
}
