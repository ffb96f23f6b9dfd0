using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Benchmarks.Load;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>On PostgreSQL with 10,000 awards of 60 achievements: the progress of a learner with 200 of them on a pathway through all, and the skills map of a profile with 88 skills.</summary>
internal static class Curriculum
{
    private const int Achievements = 60;
    private const int OfLearner = 200;
    private const int AllAwards = 10_000;
    private const int Others = 2_500;
    private const int Questions = 200;

    internal static async Task RunAsync()
    {
        using var service = new PublishedService();
        using var server = await service.StartAsync(PublishedService.Required("PROMOTE_TEST_POSTGRES"));
        using var client = new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", service.ApiKey) } };

        var profile = await CreateAsync(client, "/api/v1/profiles", new JsonObject
        {
            ["name"] = Text("Counsellor"), ["occupation"] = "http://data.europa.eu/esco/occupation/5727b567-993d-4d41-a13d-81a6af1a9a8e",
        });
        var skills = profile["skills"]!.AsArray().Select(skill => skill!["esco"]!.GetValue<string>()).ToArray();
        var achievements = new List<string>();
        for (var i = 0; i < Achievements; i++)
        {
            achievements.Add(await AchievementAsync(client, i, skills));
        }

        var pathway = await PathwayAsync(client, achievements);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, AllAwards, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            await CreateAsync(client, "/api/v1/awards", Award(achievements[i % Achievements], i < OfLearner ? "lena" : $"other{i % Others}")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{AllAwards} awards in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s; {skills.Length} skills"));

        // What follows from the awards is done first.
        await Task.Delay(TimeSpan.FromSeconds(20));
        await MeasureAsync("progress of a learner with 200 awards, 60 steps (goal 30 ms)", server.Id, client, () => new(HttpMethod.Post, $"/api/v1/pathways/{pathway}/progress")
        {
            Content = JsonContent.Create(new { email = "lena@prison.example" }),
        });
        foreach (var format in (string[])["json", "csv", "svg"])
        {
            await MeasureAsync($"skills map of 10,000 awards as {format} (goal 300 ms)", server.Id, client, () => new(HttpMethod.Get, $"/api/v1/profiles/{profile["id"]}/skills-map?format={format}"));
        }
    }

    private static async Task MeasureAsync(string name, int processId, HttpClient client, Func<HttpRequestMessage> question)
    {
        var milliseconds = new List<double>();
        var processorSeconds = ProcessorTime.OfProcess(processId);
        for (var i = 0; i < Questions; i++)
        {
            var asked = Stopwatch.GetTimestamp();
            using var request = question();
            using var answer = await client.SendAsync(request);
            _ = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            milliseconds.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        processorSeconds = ProcessorTime.OfProcess(processId) - processorSeconds;
        var (first, sorted) = (milliseconds[0], milliseconds.Order().ToList());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: median {sorted[Questions / 2]:F1} ms, 95 % {sorted[Questions * 95 / 100]:F1} ms, the first {first:F1} ms; {processorSeconds * 1000 / Questions:F2} CPU-ms of the service"));
    }

    private static async Task<string> AchievementAsync(HttpClient client, int number, string[] skills)
    {
        var made = await CreateAsync(client, "/api/v1/achievements", new JsonObject
        {
            ["name"] = Text($"Part {number}"), ["description"] = Text("A part of the curriculum."), ["criteria"] = Text("Shown at work."), ["type"] = "Competency", ["credits"] = new JsonObject { ["ects"] = "1" },
            ["outcomes"] = new JsonArray([.. Enumerable.Range(0, 3).Select(i => new JsonObject { ["title"] = Text("Does it"), ["esco"] = skills[((number * 3) + i) % skills.Length] })]),
        });
        using var published = await client.PostAsync($"/api/v1/achievements/{made["id"]}/publish", null);
        published.EnsureSuccessStatusCode();
        return made["id"]!.GetValue<string>();
    }

    // Six rules of ten steps, five of each needed; none is met, so that nothing is awarded meanwhile.
    private static async Task<string> PathwayAsync(HttpClient client, List<string> achievements)
    {
        var groups = achievements.Index().Chunk(10).Select((chunk, group) => new JsonObject
        {
            ["id"] = $"group{group}", ["rule"] = "atLeast", ["needs"] = 5,
            ["steps"] = new JsonArray([.. chunk.Select(one => new JsonObject { ["id"] = $"step{one.Index}", ["achievement"] = one.Item })]),
        });
        var made = await CreateAsync(client, "/api/v1/pathways", new JsonObject
        {
            ["name"] = Text("Curriculum"), ["root"] = new JsonObject { ["id"] = "all", ["rule"] = "allOf", ["steps"] = new JsonArray([.. groups]) },
        });
        using var published = await client.PostAsync($"/api/v1/pathways/{made["id"]}/publish", null);
        published.EnsureSuccessStatusCode();
        return made["id"]!.GetValue<string>();
    }

    private static JsonObject Award(string achievement, string person) => new()
    {
        ["achievement"] = achievement, ["learner"] = new JsonObject { ["givenName"] = "Lena", ["familyName"] = "Example", ["email"] = $"{person}@prison.example" },
        ["awardedOn"] = "2026-03-20", ["formats"] = new JsonArray("ob3"), ["notify"] = false,
    };

    private static JsonObject Text(string english) => new() { ["en"] = english };

    private static async Task<JsonObject> CreateAsync(HttpClient client, string path, JsonObject body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        return answer.StatusCode == HttpStatusCode.Created
            ? (await answer.Content.ReadFromJsonAsync<JsonObject>())!
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
