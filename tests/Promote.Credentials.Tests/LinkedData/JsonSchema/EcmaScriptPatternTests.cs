using Promote.Credentials.LinkedData.JsonSchema.Formats;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

public sealed class EcmaScriptPatternTests
{
    [Theory]
    [InlineData("^a$", "a", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData("b", "abc", true)]
    [InlineData(@"^\d$", "7", true)]
    [InlineData(@"^\d$", "٧", false)]
    [InlineData(@"^[\d-]+$", "7-7", true)]
    [InlineData("^.$", "\r", false)]
    [InlineData("^[.$]+$", ".$", true)]
    [InlineData(@"^\/\.\$$", "/.$", true)]
    [InlineData("^[[a]$", "[", true)]
    [InlineData("^(?:ab|c){2}$", "abc", true)]
    public void A_pattern_means_what_it_means_in_ECMAScript(string pattern, string text, bool expected) =>
        Assert.Equal(expected, EcmaScriptPattern.Compile(pattern).IsMatch(text));

    [Theory]
    [InlineData("(")]
    [InlineData(@"\w")]
    [InlineData(@"a\")]
    [InlineData("(?=a)")]
    [InlineData("(?<name>a)")]
    [InlineData(@"(a)\1")]
    public void A_pattern_without_an_exact_translation_is_refused(string pattern) =>
        Assert.Throws<FormatException>(() => EcmaScriptPattern.Compile(pattern));

    [Fact]
    public void A_hostile_text_takes_linear_time()
    {
        var text = new string('a', 100_000) + "!";

        Assert.DoesNotMatch(EcmaScriptPattern.Compile("^(a+)+$"), text);
    }
}
