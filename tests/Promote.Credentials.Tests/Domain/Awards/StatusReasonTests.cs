using Promote.Credentials.Domain.Awards;
using static Promote.Credentials.Tests.Domain.Samples;

namespace Promote.Credentials.Tests.Domain.Awards;

public sealed class StatusReasonTests
{
    [Theory]
    [InlineData("Awarded by mistake", null)]
    [InlineData("Conținut greșit – 2. Prüfung", null)]
    [InlineData(null, "MissingField /reason")]
    [InlineData(" ", "MissingField /reason")]
    [InlineData("two\nlines", "UnsafeText /reason")]
    [InlineData("paid\u202Egpj", "UnsafeText /reason")]
    public void A_reason_is_one_line_that_shows_what_it_says(string? reason, string? refusal) =>
        Assert.Equal(refusal is null ? [] : [refusal], Lines(StatusReason.Check(reason)));

    [Fact]
    public void A_reason_has_at_most_500_characters()
    {
        Assert.Empty(StatusReason.Check(new string('x', 500)));
        Assert.Equal(["InvalidValue /reason"], Lines(StatusReason.Check(new string('x', 501))));
    }
}
