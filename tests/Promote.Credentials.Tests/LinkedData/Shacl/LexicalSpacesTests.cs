using Promote.Credentials.LinkedData.Shacl.Constraints;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>The verdicts are those of <c>rdf-validate-datatype</c>.</summary>
public sealed class LexicalSpacesTests
{
    [Theory]
    [InlineData("anyURI", "", "x", "http://a b", "ä")]
    [InlineData("boolean", "true", "false", "1", "0")]
    [InlineData("dateTime", "2026-11-20T10:00:00", "2026-11-20T10:00:00Z", "2026-11-20T10:00:00.123+02:00", "-0044-03-15T12:00:00Z", "12026-01-01T00:00:00Z", "2026-99-99T99:99:99-99:99")]
    [InlineData("decimal", "1", "-1.5", "+.5", "1.", "00")]
    [InlineData("duration", "PT60H", "P60M", "P1Y2M3DT4H5M6.7S", "-P1D", "PT0S", "P0D", "P1YT1S", "PT1M1S")]
    [InlineData("integer", "0", "-0", "+7", "007")]
    [InlineData("positiveInteger", "1", "+1", "0010")]
    [InlineData("string", "", "\n")]
    public void A_form_of_the_datatype_fits(string datatype, params string[] texts) =>
        Assert.All(texts, text => Assert.True(Fits(datatype, text), text));

    [Theory]
    [InlineData("anyURI", "\uFFFE", "a\uFFFF")]
    [InlineData("boolean", "True", "", " true", "yes")]
    [InlineData("dateTime", "", "2026-11-20", "26-11-20T10:00:00Z", "02026-11-20T10:00:00Z", "2026-11-20T10:00Z", "2026-11-20t10:00:00z", "2026-11-20T10:00:00.Z", "2026-11-20T10:00:00+2", "2026-11-20T10:00:00Z ", "2026-11-20 10:00:00Z", "٢٠٢٦-11-20T10:00:00Z")]
    [InlineData("decimal", "", ".", "1e3", "1,5", "-", "1.5.1")]
    [InlineData("duration", "", "P", "PT", "60H", "P1", "P1H", "PT1D", "P1DT", "P1M1Y", "P1.5D", "PT1.5H", "PT1.S", "PT.5S", "P1W", "P 1D", "PT1S1S", "+P1D")]
    [InlineData("integer", "", "-", "1.0", " 1", "٧", "+-1")]
    [InlineData("positiveInteger", "0", "-1", "-0", "+0", "", "1.0")]
    public void What_is_none_does_not(string datatype, params string[] texts) =>
        Assert.All(texts, text => Assert.False(Fits(datatype, text), text));

    private static bool Fits(string datatype, string text) => LexicalSpaces.ByDatatype["http://www.w3.org/2001/XMLSchema#" + datatype](text);
}
