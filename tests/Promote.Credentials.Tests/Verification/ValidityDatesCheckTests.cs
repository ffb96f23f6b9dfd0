using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

public class ValidityDatesCheckTests
{
    private static readonly DateTimeOffset End = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly World world = new();

    [Theory]
    [InlineData(-61, Outcome.Invalid)]
    [InlineData(-60, Outcome.Valid)]
    [InlineData(0, Outcome.Valid)]
    public async Task It_begins_with_a_minute_of_tolerance(int seconds, Outcome expected)
    {
        world.Now = Badge.IssuedAt.AddSeconds(seconds);

        (await world.VerifyAsync(Badge.New().Sign())).Says(expected);
    }

    [Theory]
    [InlineData(0, Outcome.Valid)]
    [InlineData(60, Outcome.Valid)]
    [InlineData(61, Outcome.Invalid)]
    public async Task It_ends_with_a_minute_of_tolerance(int seconds, Outcome expected)
    {
        world.Now = End.AddSeconds(seconds);
        var badge = Badge.New().With(badge => badge.Json["validUntil"] = "2027-01-01T02:00:00+02:00");

        var report = await world.VerifyAsync(badge.Sign());

        report.Says(expected);
        Assert.Contains("1 January 2027", report.Check(CheckIds.ValidityDates).Detail, StringComparison.Ordinal);
    }
}
