#if USE_HANGFIRE
using Promote.Credentials.Server.Jobs;

namespace Promote.Credentials.Server.Tests.Jobs;

public sealed class HangfireCronTests
{
    [Theory]
    [InlineData(5, "*/5 * * * * *")]
    [InlineData(30, "*/30 * * * * *")]
    [InlineData(60, "*/1 * * * *")]
    [InlineData(10 * 60, "*/10 * * * *")]
    [InlineData(60 * 60, "0 */1 * * *")]
    [InlineData(6 * 60 * 60, "0 */6 * * *")]
    public void An_interval_that_divides_a_minute_an_hour_or_a_day_is_said(int seconds, string cron) =>
        Assert.Equal(cron, HangfireJobs.Cron(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(90)]
    [InlineData(7 * 60)]
    [InlineData(5 * 60 * 60)]
    [InlineData(24 * 60 * 60)]
    public void Another_one_is_refused_and_not_rounded(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HangfireJobs.Cron(TimeSpan.FromSeconds(seconds)));
}
#endif
