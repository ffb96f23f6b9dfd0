using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Promote.Credentials.Crash;

/// <summary>A batch of the demo achievement, of which every fiftieth line is bad.</summary>
internal sealed class Cohort(int rows)
{
    private const int BadOne = 50;

    internal int Bad => rows / BadOne;

    internal int Good => rows - Bad;

    /// <summary>Sends it; answers its id.</summary>
    internal async Task<string> SendAsync(HttpClient client)
    {
        var achievement = (await client.GetFromJsonAsync<JsonElement>("/api/v1/achievements")).GetProperty("items")[0];
        var results = achievement.GetProperty("content").GetProperty("resultDescriptions").EnumerateArray().Select(description => description.GetProperty("id").GetString()!).ToArray();
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/batches?achievement={achievement.GetProperty("id").GetString()}&formats=ob3")
        {
            Content = new StringContent(Csv(results), Encoding.UTF8, "text/csv"), Headers = { { "Idempotency-Key", "the-cohort" } },
        };
        using (request)
        using (var answer = await client.SendAsync(request))
        {
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return answer.IsSuccessStatusCode ? said.GetProperty("id").GetString()! : throw new InvalidOperationException($"The batch was not taken: {said}");
        }
    }

    private string Csv(string[] results)
    {
        var csv = new StringBuilder("givenName,familyName,email,awardedOn,narrative").AppendJoin("", results.Select(id => $",result.{id}")).Append('\n');
        var values = string.Concat(Enumerable.Repeat(",92", results.Length));
        for (var i = 1; i <= rows; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Ioana,Popescu,ioana.{i}@prison.example,{(i % BadOne == 0 ? "yesterday" : "2026-03-20")},Led both interviews alone.{values}\n");
        }

        return csv.ToString();
    }
}
