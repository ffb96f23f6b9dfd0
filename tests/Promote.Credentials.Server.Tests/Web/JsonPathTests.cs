using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("$", "")]
    [InlineData("$.name", "/name")]
    [InlineData("$.results[0].value", "/results/0/value")]
    [InlineData("$.name['a.b']", "/name/a.b")]
    [InlineData("$['a/b~c'][3]['x']", "/a~1b~0c/3/x")]
    public void The_serializers_path_becomes_a_JSON_pointer(string? path, string pointer) => Assert.Equal(pointer, JsonPath.ToPointer(path));
}
