using System.Text;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>Bodies of <c>POST /api/v1/awards</c> with every member filled.</summary>
internal static class AwardRequest
{
    public static JsonObject For(Seed seed, string person = "ioana") => new()
    {
        ["achievement"] = seed.AchievementId,
        ["learner"] = new JsonObject
        {
            ["givenName"] = "Ioana-" + person,
            ["familyName"] = "Țepeș-Müller",
            ["email"] = $"{person}@prison.example",
            ["identifier"] = $"platform-{person}",
            ["language"] = "ro",
            ["dateOfBirth"] = "1990-05-01",
        },
        ["awardedOn"] = "2026-03-20",
        ["activity"] = new JsonObject { ["from"] = "2026-01-10", ["to"] = "2026-03-15" },
        ["results"] = new JsonArray(new JsonObject { ["resultDescription"] = "score", ["value"] = "92" }),
        ["evidence"] = new JsonArray(new JsonObject
        {
            ["name"] = "Case file of Rahova", ["url"] = "https://evidence.example/17", ["narrative"] = "Two interviews, assessed by Popescu.",
        }),
        ["narrative"] = "Led both interviews alone in wing C.",
        ["formats"] = new JsonArray("ob3"),
    };

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, JsonNode body, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/awards")
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request);
    }
}
