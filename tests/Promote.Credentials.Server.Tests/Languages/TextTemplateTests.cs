using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Tests.Languages;

public sealed class TextTemplateTests
{
    [Fact]
    public void A_value_is_never_read_as_a_template() =>
        Assert.Equal("{b} and x", TextTemplate.Parse("{a} and {b}").Write(name => name == "a" ? "{b}" : "x"));

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("a {} b")]
    [InlineData("a } b {c}")]
    [InlineData("{a{b}}")]
    public void A_stray_brace_is_refused(string text) => Assert.Throws<InvalidDataException>(() => TextTemplate.Parse(text));
}
