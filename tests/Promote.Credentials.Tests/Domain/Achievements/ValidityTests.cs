using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Tests.Domain.Achievements;

public sealed class ValidityTests
{
    private static readonly DateTimeOffset LeapDay = new(2028, 2, 29, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("P2Y", "2030-02-28")]
    [InlineData("P6M", "2028-08-29")]
    [InlineData("P1Y6M", "2029-08-28")]
    [InlineData("P90D", "2028-05-29")]
    [InlineData("2031-12-31", "2031-12-31")]
    public void A_period_counts_from_the_award_and_a_date_stands(string text, string end)
    {
        Assert.True(Validity.TryParse(text, out var validity));
        Assert.Equal(end, validity.EndFor(LeapDay).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("P0Y")]
    [InlineData("P101Y")]
    [InlineData("P99999D")]
    [InlineData("PT5H")]
    [InlineData("P-2Y")]
    [InlineData("p2y")]
    [InlineData("2Y")]
    [InlineData("2027-02-30")]
    [InlineData("31.12.2027")]
    [InlineData("2027-12-31T00:00:00Z")]
    public void Anything_else_is_not_taken(string text) => Assert.False(Validity.TryParse(text, out _));

    [Fact]
    public void Every_period_is_written_as_it_is_read() => Prop.ForAll(
        Gen.Choose(0, 50).Three().Where(parts => parts.Item1 + parts.Item2 + parts.Item3 > 0).ToArbitrary(),
        parts =>
        {
            var validity = new Validity(parts.Item1, parts.Item2, parts.Item3, null);
            return Validity.TryParse(validity.ToString(), out var read) && read == validity && read.EndFor(LeapDay) > LeapDay;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_the_reader_throw_or_gives_an_end_beyond_the_calendar() => Prop.ForAll(
        Gen.Elements("P", "Y", "M", "D", "9", "99", "0", "-", "T", "2027").ListOf().ToArbitrary(),
        parts =>
        {
            if (Validity.TryParse(string.Concat(parts), out var validity))
            {
                _ = validity.EndFor(LeapDay);
            }
        }).QuickCheckThrowOnFailure();
}
