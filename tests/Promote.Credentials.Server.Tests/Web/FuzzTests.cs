using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Xunit.Abstractions;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>
/// Bodies broken at random, to every operation that takes one. PROMOTE_FUZZ_SECONDS lengthens the run.
/// </summary>
public sealed class FuzzTests(RunningService service, ITestOutputHelper output) : IClassFixture<RunningService>
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "null", "{}", "[]", "\"\"", "-0", "1e400", "9007199254740993", "true", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"", "[[[[[[[[[[", "\"javascript:alert(1)\"",
            "\"2026-02-30\"", "\"2026-11-20T10:00:00\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59-14:00\"", "\"P99Y\"", "{\"en\":null}", "\"%00\"", ",", ":", "}", "\uFEFF", "\u0000",
            "\"en\":", "\"" + new string('a', 5000) + "\"", "{\"__proto__\":{}}", "\"@context\":", "'", "\\", "//", "NaN", "0x10", "01", "\"\\u00e9\\u0301\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80],
    ];

    [Fact]
    public async Task No_body_makes_the_service_fail()
    {
        var things = await Things.MakeAsync(service.First);
        (string Path, HttpMethod Method, string Body)[] targets =
        [
            ("/api/v1/achievements", HttpMethod.Post, Samples.Achievement),
            ($"/api/v1/achievements/{things.AchievementId}", HttpMethod.Put, Samples.Achievement),
            ("/api/v1/awards", HttpMethod.Post, Samples.Award(things.AchievementId)),
            ("/api/v1/api-keys", HttpMethod.Post, """{"name":"fuzz","scopes":["awards:read"],"expiresAt":"2027-01-01"}"""),
            ("/api/v1/webhooks", HttpMethod.Post, """{"url":"https://platform.example/hooks","events":["award.expired"],"description":"fuzz"}"""),
            ($"/api/v1/webhooks/{things.WebhookId}", HttpMethod.Patch, """{"url":"https://platform.example/hooks","events":["award.expired"],"enabled":false}"""),
            ($"/api/v1/issuers/{things.IssuerId}", HttpMethod.Put, Samples.IssuerProfile),
        ];
        var limit = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("PROMOTE_FUZZ_SECONDS") ?? "4", CultureInfo.InvariantCulture));
        var start = Stopwatch.GetTimestamp();
        var statuses = new SortedDictionary<int, int>();
        while (Stopwatch.GetElapsedTime(start) < limit)
        {
            var (path, method, sample) = targets[RandomNumberGenerator.GetInt32(targets.Length)];
            var body = Break(Encoding.UTF8.GetBytes(sample));
            using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            using var answer = await service.First.SendAsync(request);
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"{method} {path} answered {status} to {Convert.ToBase64String(body)}");
        }

        output.WriteLine(string.Join(", ", statuses.Select(one => $"{one.Value} × {one.Key}")));
        Assert.True(statuses.Values.Sum() > 100);
    }

    private static byte[] Break(byte[] body)
    {
        for (var times = RandomNumberGenerator.GetInt32(1, 4); times > 0; times--)
        {
            var at = RandomNumberGenerator.GetInt32(body.Length + 1);
            var end = Math.Min(body.Length, at + RandomNumberGenerator.GetInt32(12));
            body = RandomNumberGenerator.GetInt32(12) switch
            {
                0 => [.. body[..at], .. body[end..]],
                1 => [.. body[..at], .. Pieces[RandomNumberGenerator.GetInt32(Pieces.Length)], .. body[at..]],
                2 => [.. body[..at], (byte)RandomNumberGenerator.GetInt32(256), .. body[Math.Min(body.Length, at + 1)..]],
                3 => [.. body[..end], .. body[at..]],
                _ => ReplaceValue(body),
            };
        }

        return body;
    }

    // Between a colon and what ends the value, so that most of the body stays JSON.
    private static byte[] ReplaceValue(byte[] body)
    {
        var colons = body.Index().Where(one => one.Item == ':').Select(one => one.Index).ToArray();
        if (colons.Length == 0)
        {
            return body;
        }

        var from = colons[RandomNumberGenerator.GetInt32(colons.Length)] + 1;
        var length = body.AsSpan(from).IndexOfAny(",}]"u8);
        return length < 0 ? body : [.. body[..from], .. Pieces[RandomNumberGenerator.GetInt32(Pieces.Length)], .. body[(from + length)..]];
    }
}
