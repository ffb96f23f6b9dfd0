using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Promote.Credentials.Benchmarks.Load;
using Promote.Credentials.Benchmarks.Samples;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>Verifications by the service against verifier-core, all of credentials of a few kilobytes.</summary>
internal static class Verifications
{
    internal static async Task RunAsync()
    {
        using var service = new PublishedService();
        using var server = await service.StartAsync(PublishedService.Required("PROMOTE_TEST_POSTGRES"));

        // As in operation, behind https: only a development service without it looks among its own issuers for every did:key.
        using var serviceOfStrangers = new PublishedService();
        using var stranger = await serviceOfStrangers.StartAsync(publicBaseUrl: "https://credentials.example");
        using var comparator = await Servers.StartVerifierAsync();
        using var generator = new LoadGenerator(8);

        var issued = await generator.SendAsync(await Awards.TargetAsync(server, service.ApiKey, "ob3", "ob3-jwt"));
        var links = JsonSerializer.Deserialize<JsonElement>(issued).GetProperty("links");
        var page = LoadTarget.Get("GET /v/{id}", server.Id, new Uri(links.GetProperty("verification").GetString()!));
        var holder = links.GetProperty("credential").GetString();
        var own = await generator.SendAsync(new("", 0, () => Asking($"{holder}?format=ob3"), HttpStatusCode.OK));

        var results = await new Race(rounds: 5, connections: 8).RunAsync(
            (page, 2000),
            (Posting("POST /api/v1/verify of a did:key", stranger, Stranger.Embedded(), "application/vc"), 5000),
            (Posting("POST /api/v1/verify of a VC-JWT", stranger, Stranger.Jwt(), "application/vc+jwt"), 5000),
            (LoadTarget.Post("verifier-core", comparator.Id, new Uri(comparator.Url, "/verify"), own) with { Expected = HttpStatusCode.OK }, 300));

        var half = results[0].PerSecond / 2;
        var latencies = await generator.PaceAsync(page, half, TimeSpan.FromSeconds(10));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"GET /v/{{id}} at {half:F0} a second: {At(latencies, 0.5):F1} ms in the middle, {At(latencies, 0.99):F1} ms at 99 percent"));
    }

    private static double At(TimeSpan[] sorted, double part) => sorted[(int)((sorted.Length - 1) * part)].TotalMilliseconds;

    private static HttpRequestMessage Asking(string url) => new(HttpMethod.Get, url);

    private static LoadTarget Posting(string name, ServerProcess server, byte[] document, string mediaType) => new(
        name, server.Id,
        () => new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "/api/v1/verify"))
        {
            Content = new ByteArrayContent(document) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
        },
        HttpStatusCode.OK);
}
