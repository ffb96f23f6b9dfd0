using System.Globalization;
using Promote.Credentials.Server.Sharing;

namespace Promote.Credentials.Server.Tests.Sharing;

public sealed class ShareFormTests
{
    private static readonly DateTimeOffset Now = new(2028, 1, 31, 10, 20, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("day", "", "2028-02-01T10:20:30Z")]
    [InlineData("week", "", "2028-02-07T10:20:30Z")]
    [InlineData("month", "", "2028-02-29T10:20:30Z")]
    [InlineData("year", "", "2029-01-31T10:20:30Z")]
    [InlineData("month", "2030-01-01", "2028-02-29T10:20:30Z")]
    [InlineData("date", "2028-01-31", "2028-01-31T23:59:59Z")]
    [InlineData("date", "2199-12-31", "2199-12-31T23:59:59Z")]
    [InlineData("never", "2030-01-01", null)]
    public void A_link_ends_when_its_holder_says(string until, string date, string? expected)
    {
        Assert.True(new ShareForm(false, false, until, date).TryEnd(Now, out var end));
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), end);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2028-01-30")]
    [InlineData("2200-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("31.01.2029")]
    [InlineData("2029-02-29")]
    [InlineData("tomorrow")]
    public void A_date_that_is_none_or_is_over_ends_nothing(string date) => Assert.False(new ShareForm(false, false, "date", date).TryEnd(Now, out _));
}
