using Promote.Credentials.LinkedData.JsonSchema.Formats;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

public sealed class DateTimeTextTests
{
    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("1900-02-29", false)]
    [InlineData("2026-11-31", false)]
    [InlineData("2026-11-20T", false)]
    [InlineData("٢٠٢٦-11-20", false)]
    public void A_date_is_a_day_of_the_calendar(string text, bool expected) => Assert.Equal(expected, DateTimeText.IsDate(text));

    [Theory]
    [InlineData("2026-11-20T10:00:00Z", true)]
    [InlineData("2026-11-20T10:00:00.5+02:00", true)]
    [InlineData("2026-11-20 10:00:00+0200", true)]
    [InlineData("2026-11-20T10:00:00", false)]
    [InlineData("2026-11-20T24:00:00Z", false)]
    [InlineData("2026-11-20T10:00:00+24:00", false)]
    [InlineData("2026-11-20T10:00:00Z\n", false)]
    public void A_date_time_has_a_zone(string text, bool expected) => Assert.Equal(expected, DateTimeText.IsDateTime(text));

    [Theory]
    [InlineData("2026-12-31T23:59:60Z", true)]
    [InlineData("2027-01-01T05:29:60+05:30", true)]
    [InlineData("2026-12-31T23:59:60+01:00", false)]
    [InlineData("2026-12-31T24:59:60+01:00", false)]
    public void A_leap_second_is_the_last_of_a_UTC_day(string text, bool expected) => Assert.Equal(expected, DateTimeText.IsDateTime(text));
}
