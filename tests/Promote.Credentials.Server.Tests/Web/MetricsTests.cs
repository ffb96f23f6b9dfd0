using System.Globalization;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class MetricsTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task What_was_issued_refused_and_signed_is_counted()
    {
        var things = await Things.MakeAsync(service.First);
        using var second = await service.First.PostAsync("/api/v1/awards", Samples.Json(Samples.Award(things.AchievementId)));
        using var refused = await service.First.PostAsync("/api/v1/awards", Samples.Json("{\"x\":1}"));
        var metrics = await ReadAsync();

        Assert.Equal(2, metrics["promote_credentials_issued_total{format=\"ob3\"}"]);
        Assert.Equal(1, metrics["promote_requests_refused_total{code=\"PC-R002\"}"]);
        Assert.Equal(2, metrics["promote_signing_duration_seconds_count"]);
        Assert.Equal(2, metrics["promote_signing_duration_seconds_bucket{le=\"+Inf\"}"]);
        Assert.True(metrics["promote_signing_duration_seconds_sum"] > 0);
        Assert.Contains("http_server_request_duration_seconds_count{http_request_method=\"POST\",http_route=\"api/v1/awards\",http_response_status_code=\"201\"}", metrics.Keys);
    }

    [Fact]
    public async Task The_buckets_of_a_histogram_never_go_down()
    {
        await service.Anonymous.GetAsync("/readyz");
        var text = await service.Anonymous.GetStringAsync("/metrics");
        var buckets = text.Split('\n').Where(line => line.StartsWith("http_server_request_duration_seconds_bucket", StringComparison.Ordinal) && line.Contains("/readyz", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(buckets.Order(), buckets);
        Assert.True(buckets[^1] >= 1);
    }

    private async Task<Dictionary<string, double>> ReadAsync()
    {
        using var answer = await service.Anonymous.GetAsync("/metrics");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
        return lines.ToDictionary(line => line[..line.LastIndexOf(' ')], line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }
}
