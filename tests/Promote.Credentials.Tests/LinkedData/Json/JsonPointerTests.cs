using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData.Json;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("a", "/a")]
    [InlineData("", "/")]
    [InlineData("a/b", "/a~1b")]
    [InlineData("m~n", "/m~0n")]
    [InlineData("~1", "/~01")]
    public void A_member_is_escaped(string member, string pointer) => Assert.Equal(pointer, JsonPointer.Append("", member));

    [Fact]
    public void Steps_follow_each_other() =>
        Assert.Equal("/credentialSubject/result/0", JsonPointer.Append(JsonPointer.Append("/credentialSubject", "result"), 0));
}
