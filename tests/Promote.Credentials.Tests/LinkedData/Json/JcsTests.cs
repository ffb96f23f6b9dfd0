using System.Globalization;
using System.Text;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData.Json;

public sealed class JcsTests
{
    private const string Folder = "jcs/testdata/";

    [VectorsTheory]
    [InlineData("arrays")]
    [InlineData("french")]
    [InlineData("structures")]
    [InlineData("unicode")]
    [InlineData("values")]
    [InlineData("weird")]
    public void A_published_input_gets_its_published_bytes(string name)
    {
        using var input = StrictJson.Parse(Vectors.Read($"{Folder}input/{name}.json"));
        var hex = Encoding.ASCII.GetString(Vectors.Read($"{Folder}outhex/{name}.txt"))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        var canonical = Jcs.Canonicalize(input.RootElement);

        Assert.Equal(Vectors.Read($"{Folder}output/{name}.json"), canonical);
        Assert.Equal(hex.Select(pair => byte.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture)), canonical);
    }

    [Theory]
    [InlineData("""{ "b" : [ ] , "a" : { } }""", """{"a":{},"b":[]}""")]
    [InlineData("""["\u0001\u001F\u007f\/\u20ac","\b\t\n\f\r\"\\"]""", "[\"\\u0001\\u001f\u007f/€\",\"\\b\\t\\n\\f\\r\\\"\\\\\"]")]
    [InlineData("""{"\ufb33":1,"\ud83d\ude00":2,"\u20ac":3}""", "{\"€\":3,\"😀\":2,\"\ufb33\":1}")]
    [InlineData("[-0,1.0,1e1,true,false,null]", "[0,1,10,true,false,null]")]
    public void A_value_has_one_form(string json, string expected)
    {
        using var input = StrictJson.Parse(Encoding.UTF8.GetBytes(json));

        Assert.Equal(expected, Encoding.UTF8.GetString(Jcs.Canonicalize(input.RootElement)));
    }

    [Fact]
    public void The_canonical_form_of_the_canonical_form_is_itself() =>
        Properties.ForAll(JsonTrees.From(["b", "a", "ä", "\u007f", "😀", ""], ["x", "\u0000\"\\", "é\ud83d\ude00"]), json =>
        {
            using var input = StrictJson.Parse(json);
            var canonical = Jcs.Canonicalize(input.RootElement);
            using var again = StrictJson.Parse(canonical);
            Assert.Equal(canonical, Jcs.Canonicalize(again.RootElement));
            Assert.True(System.Text.Json.JsonElement.DeepEquals(input.RootElement, again.RootElement));
        });
}
