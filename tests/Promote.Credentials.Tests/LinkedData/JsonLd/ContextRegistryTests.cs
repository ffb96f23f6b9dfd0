using Promote.Credentials.LinkedData.JsonLd;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

public sealed class ContextRegistryTests
{
    [Theory]
    [InlineData("https://www.w3.org/ns/credentials/v2")]
    [InlineData("https://www.w3.org/2018/credentials/v1")]
    [InlineData("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")]
    [InlineData("https://w3id.org/security/data-integrity/v2")]
    public void A_context_that_credentials_use_is_embedded(string url)
    {
        Assert.Contains(url, ContextRegistry.Embedded.Urls);
        Assert.True(ContextRegistry.Embedded.TryGet(url, out var utf8));
        Assert.False(utf8.IsEmpty);
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://www.w3.org/ns/credentials/v2#")]
    [InlineData("HTTPS://www.w3.org/ns/credentials/v2")]
    [InlineData("")]
    public void Any_other_url_is_unknown(string url) => Assert.False(ContextRegistry.Embedded.TryGet(url, out _));
}
