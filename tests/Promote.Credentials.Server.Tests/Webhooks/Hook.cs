using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>A webhook of an issuer, through the API.</summary>
internal sealed record Hook(HttpClient Client, string Id, string Secret)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Path => $"/api/v1/webhooks/{Id}";

    public static async Task<Hook> CreateAsync(HttpClient client, string url, params string[] events)
    {
        using var answer = await client.PostAsync("/api/v1/webhooks", Samples.Json(JsonSerializer.Serialize(new { url, events = events.Length == 0 ? ["*"] : events })));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var created = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new(client, created.GetProperty("webhook").GetProperty("id").GetString()!, created.GetProperty("secret").GetString()!);
    }

    public Task<JsonElement> ReadAsync() => Client.GetFromJsonAsync<JsonElement>(Path);

    public Task<HttpResponseMessage> PostAsync(string operation, string? json = null) =>
        Client.PostAsync($"{Path}/{operation}", json is null ? null : Samples.Json(json));

    public Task<HttpResponseMessage> PatchAsync(string json) => Client.PatchAsync(Path, Samples.Json(json));

    /// <summary>Asks for a test message, and answers its id.</summary>
    public async Task<string> PingAsync()
    {
        using var answer = await PostAsync("ping");
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task<IReadOnlyList<JsonElement>> DeliveriesAsync() =>
        [.. (await Client.GetFromJsonAsync<JsonElement>($"{Path}/deliveries")).GetProperty("items").EnumerateArray()];

    /// <summary>A message as the API tells it, as soon as it is as expected.</summary>
    public async Task<JsonElement> UntilAsync(string message, Func<JsonElement, bool> expected)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var now = (await DeliveriesAsync()).Single(one => one.GetProperty("id").GetString() == message);
            if (expected(now))
            {
                return now;
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"The message stayed {now}");
            await Task.Delay(20);
        }
    }

    public Task<JsonElement> UntilDeliveredAsync(string message) => UntilAsync(message, one => one.GetProperty("state").GetString() == "delivered");

    /// <summary>As soon as a try of the message failed.</summary>
    public Task<JsonElement> UntilFailedAsync(string message) =>
        UntilAsync(message, one => one.GetProperty("state").GetString() != "delivered" && (one.TryGetProperty("lastStatus", out _) || one.TryGetProperty("lastFailure", out _)));

    /// <summary>The signature of a message as the Standard Webhooks specification says, written here once more.</summary>
    public static string Sign(string secret, Received message)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = $"{message.Id}.{message.Timestamp}.{Encoding.UTF8.GetString(message.Body)}";
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }
}
