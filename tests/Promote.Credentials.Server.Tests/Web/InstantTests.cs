using System.Globalization;
using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class InstantTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-20T00:00:00Z")]
    [InlineData("2026-11-20T09:30:00Z", "2026-11-20T09:30:00Z")]
    [InlineData("2026-11-20T09:30:00+02:00", "2026-11-20T07:30:00Z")]
    [InlineData("2026-11-20T09:30:00.25-05:00", "2026-11-20T14:30:00.25Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z")]
    public void A_date_is_its_first_instant_and_an_instant_becomes_UTC(string text, string expected)
    {
        var instant = JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", ApiJson.Options);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
        Assert.Equal($"\"{expected}\"", JsonSerializer.Serialize(instant, ApiJson.Options));
    }

    [Theory]
    [InlineData("2026-11-20T09:30:00")]
    [InlineData("2026-11-20T09:30")]
    [InlineData("2026-11-20 09:30:00Z")]
    [InlineData("2026-11-20Z")]
    [InlineData("2026-11-31")]
    [InlineData("2025-02-29")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-11-20T09:30:60Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("1763631000")]
    [InlineData("")]
    public void What_has_no_zone_or_is_no_date_is_refused(string text) =>
        Assert.ThrowsAny<RefusedJsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", ApiJson.Options));

    [Theory]
    [InlineData("\"P2Y\"", 2, 0, 0)]
    [InlineData("\"P1Y6M\"", 1, 6, 0)]
    [InlineData("\"P90D\"", 0, 0, 90)]
    public void A_period_reads_and_writes_as_it_was_given(string json, int years, int months, int days)
    {
        var validity = JsonSerializer.Deserialize<Validity>(json, ApiJson.Options);
        Assert.Equal(new Validity(years, months, days, null), validity);
        Assert.Equal(json, JsonSerializer.Serialize(validity, ApiJson.Options));
    }
}
