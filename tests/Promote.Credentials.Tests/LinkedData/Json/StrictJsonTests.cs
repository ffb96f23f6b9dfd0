using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData.Json;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":[1,{"a":1,"a":2}]}}""", "/b/c/1/a")]
    [InlineData("""{"a":1,"\u0061":2}""", "/a")]
    [InlineData("""{"~/":1,"~\/":2}""", "/~0~1")]
    [InlineData("""{"":1,"":2}""", "/")]
    public void A_duplicate_member_is_refused_with_its_pointer(string json, string pointer) =>
        AssertRefused(json, "duplicateMember", pointer);

    [Theory]
    [InlineData("""{"a":["x","\ud800"]}""", "/a/1")]
    [InlineData("""{"a":"\ude00\ud83d"}""", "/a")]
    [InlineData("""{"a":{"\ud800":1}}""", "/a")]
    public void Half_of_a_surrogate_pair_is_refused(string json, string pointer) =>
        AssertRefused(json, "invalidText", pointer);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() =>
        AssertRefused([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8], "invalidText", "");

    [Theory]
    [InlineData("""{"a":1e400}""", "/a")]
    [InlineData("[-1e400]", "/0")]
    [InlineData("""{"a":[0,9007199254740992]}""", "/a/1")]
    [InlineData("""{"a":-9007199254740993}""", "/a")]
    public void A_number_that_a_double_changes_is_refused(string json, string pointer) =>
        AssertRefused(json, "number", pointer);

    [Theory]
    [InlineData("9007199254740991")]
    [InlineData("-9007199254740991")]
    [InlineData("1e30")]
    [InlineData("0.1")]
    public void A_number_that_a_double_holds_is_read(string json) => Parse(json);

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("""{"a":1,}""", "/a")]
    [InlineData("""{"a":[1 2]}""", "/a/0")]
    [InlineData("""{"a":1} x""", "")]
    [InlineData("""/* note */ {}""", "")]
    [InlineData("01", "")]
    [InlineData("NaN", "")]
    [InlineData("\ufeff{}", "")]
    public void What_is_not_json_is_refused(string json, string pointer) => AssertRefused(json, "syntax", pointer);

    [Fact]
    public void Thirty_two_levels_are_read_and_thirty_three_are_refused()
    {
        Parse(Nested(32));
        AssertRefused(Nested(33), "tooDeep", string.Concat(Enumerable.Repeat("/a/0", 16)));
        AssertRefused(Nested(5000), "tooDeep", string.Concat(Enumerable.Repeat("/a/0", 16)));
    }

    [Fact]
    public void A_document_is_read_up_to_the_limit_and_refused_beyond_it()
    {
        var largest = $"\"{new string('a', StrictJson.DefaultMaxBytes - 2)}\"";
        Parse(largest);
        AssertRefused(largest + " ", "tooLarge", "");
        Assert.Equal("tooLarge", Assert.Throws<MalformedJsonException>(() => StrictJson.Parse("[1]"u8.ToArray(), 2)).Code);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_nothing_else() =>
        Properties.ForAll(Gen.Elements<byte>([.. "{}[]\",:\\u0e1-. "u8, 0xC3, 0xED, 0xA0]).ListOf(), bytes =>
        {
            try
            {
                StrictJson.Parse(bytes.ToArray()).Dispose();
            }
            catch (MalformedJsonException e)
            {
                Assert.NotEmpty(e.Code);
            }
        }, runs: 5000);

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Range(0, levels).Select(i => i % 2 == 0 ? "{\"a\":" : "[")) + "1"
        + string.Concat(Enumerable.Range(0, levels).Reverse().Select(i => i % 2 == 0 ? "}" : "]"));

    private static void Parse(string json) => StrictJson.Parse(Encoding.UTF8.GetBytes(json)).Dispose();

    private static void AssertRefused(string json, string code, string pointer) =>
        AssertRefused(Encoding.UTF8.GetBytes(json), code, pointer);

    private static void AssertRefused(byte[] json, string code, string pointer)
    {
        var refusal = Assert.Throws<MalformedJsonException>(() => StrictJson.Parse(json));
        Assert.Equal((code, pointer), (refusal.Code, refusal.Pointer));
    }
}
