using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>A batch that was sent.</summary>
internal sealed record Sent(TestedService Service, string Id)
{
    public static async Task<Sent> PostAsync(TestedService service, string achievement, string file, string query, string mediaType = "text/csv")
    {
        using var answer = await SendAsync(service, achievement, file, query, mediaType: mediaType);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return new(service, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }

    public static async Task<HttpResponseMessage> SendAsync(TestedService service, string achievement, string file, string query, string? key = null, string mediaType = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/batches?achievement={achievement}{query}") { Content = new StringContent(file, Encoding.UTF8, mediaType) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await service.Client.SendAsync(request);
    }

    /// <summary>The batch as soon as it is in a state, or in one of several that blanks separate.</summary>
    public async Task<JsonElement> UntilAsync(string state, TimeSpan? within = null)
    {
        for (var attempt = 0; attempt < (within ?? TimeSpan.FromSeconds(40)).TotalMilliseconds / 100; attempt++)
        {
            var batch = await Service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/batches/{Id}");
            if (batch.GetProperty("state").GetString() is { } now && state.Split(' ').Contains(now))
            {
                return batch;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException($"The batch did not become {state}. {Service.Output}");
    }

    public async Task<JsonElement[]> RowsAsync(string state) =>
        [.. (await Service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/batches/{Id}/rows?state={state}")).GetProperty("items").EnumerateArray()];

    public static (int Rows, int Good, int Bad, int Issued, int Failed) CountsOf(JsonElement batch)
    {
        var counts = batch.GetProperty("counts");
        int Of(string name) => counts.GetProperty(name).GetInt32();
        return (Of("rows"), Of("good"), Of("bad"), Of("issued"), Of("failed"));
    }

    public static string ProblemsOf(JsonElement row) =>
        $"{row.GetProperty("number").GetInt32()}: {string.Join(", ", row.GetProperty("problems").EnumerateArray().Select(problem => $"{(problem.TryGetProperty("column", out var column) ? column.GetString() : "")} {problem.GetProperty("code").GetString()}").Order(StringComparer.Ordinal))}";
}
