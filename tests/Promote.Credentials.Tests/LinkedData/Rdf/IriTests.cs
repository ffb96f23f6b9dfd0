using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.Tests.LinkedData.Rdf;

public sealed class IriTests
{
    [Theory]
    [InlineData("urn:a")]
    [InlineData("https://example.org/ä?q#f")]
    [InlineData("did:key:z6Mk#z6Mk")]
    [InlineData("a+b-c.1:")]
    public void An_absolute_iri_can_be_made(string value)
    {
        Assert.True(Iri.TryCreate(value, out var iri));
        Assert.Equal(value, iri.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(":a")]
    [InlineData("1a:b")]
    [InlineData("a b:c")]
    [InlineData("//example.org/")]
    [InlineData("urn:a b")]
    [InlineData("urn:a>")]
    [InlineData("urn:a\"")]
    [InlineData("urn:a\\b")]
    [InlineData("urn:a\n")]
    [InlineData("urn:a#b#c")]
    public void What_is_relative_or_would_break_a_line_cannot(string value)
    {
        Assert.False(Iri.TryCreate(value, out _));
        Assert.Throws<ArgumentException>(() => Iri.Of(value));
    }
}
