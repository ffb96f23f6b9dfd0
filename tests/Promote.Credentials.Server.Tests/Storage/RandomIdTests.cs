using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Tests.Storage;

public sealed class RandomIdTests
{
    [Fact]
    public void An_id_is_22_characters_and_never_comes_twice()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => RandomId.New()).ToHashSet();

        Assert.Equal(10_000, ids.Count);
        Assert.All(ids, id => Assert.True(RandomId.IsOne(id)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA+A")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA A")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA==")]
    public void Anything_else_is_not_an_id(string? text) => Assert.False(RandomId.IsOne(text));
}
