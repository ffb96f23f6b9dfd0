using System.Text;
using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Tests.Formats.Linting;

public sealed class LinterTests
{
    [Theory]
    [InlineData("{\"id\":1,\"id\":2}", "/id")]
    [InlineData("not JSON", "")]
    public void PC_L001_refuses_what_is_not_strict_JSON(string json, string pointer)
    {
        var verdict = Linter.Lint(new Draft("ob3", Encoding.UTF8.GetBytes(json)));
        Assert.False(verdict.Passed);
        Assert.Equal(("PC-L001", pointer), Only(verdict));
    }

    [Fact]
    public void PC_L002_refuses_what_the_schema_refuses()
    {
        var verdict = Lint(document => document.AsObject().Remove("validFrom"));
        Assert.Null(verdict.Document);
        Assert.Equal("PC-L002", Only(verdict).Id);
    }

    private static LintVerdict Lint(Action<System.Text.Json.Nodes.JsonNode> change) => Linter.Lint(new Draft("ob3", LintSample.Changed(change)));

    private static (string Id, string Pointer) Only(LintVerdict verdict)
    {
        var finding = Assert.Single(verdict.Findings);
        return (finding.Id, finding.Pointer);
    }
}
