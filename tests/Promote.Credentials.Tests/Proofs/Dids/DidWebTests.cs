using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Tests.Proofs.Dids;

public sealed class DidWebTests
{
    [Theory]
    [InlineData("https://coe.example", "did:web:coe.example", "https://coe.example/.well-known/did.json")]
    [InlineData("https://coe.example:8443", "did:web:coe.example%3A8443", "https://coe.example:8443/.well-known/did.json")]
    [InlineData("https://coe.example/issuers/ro-1", "did:web:coe.example:issuers:ro-1", "https://coe.example/issuers/ro-1/did.json")]
    [InlineData("https://coe.example:8443/issuers/a", "did:web:coe.example%3A8443:issuers:a", "https://coe.example:8443/issuers/a/did.json")]
    [InlineData("https://bücher.example/a", "did:web:xn--bcher-kva.example:a", "https://xn--bcher-kva.example/a/did.json")]
    public void An_https_address_and_its_DID_lead_to_each_other(string address, string did, string document)
    {
        Assert.Equal(did, DidWeb.For(new Uri(address)));
        Assert.True(DidWeb.TryDocumentUrl(did, out Uri? url));
        Assert.Equal(document, url.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://coe.example")]
    [InlineData("https://user@coe.example")]
    [InlineData("https://coe.example?query")]
    [InlineData("https://coe.example#fragment")]
    [InlineData("https://coe.example/issuers/")]
    [InlineData("https://coe.example/issuers//a")]
    [InlineData("https://coe.example/a:b")]
    [InlineData("https://coe.example/%20")]
    [InlineData("https://192.0.2.1/a")]
    [InlineData("https://[2001:db8::1]/a")]
    [InlineData("ftp://coe.example")]
    public void An_address_that_did_web_cannot_write_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => DidWeb.For(new Uri(address)));

    [Fact]
    public void A_relative_address_is_refused() => Assert.Throws<ArgumentException>(() => DidWeb.For(new Uri("/a", UriKind.Relative)));

    [Theory]
    [InlineData("did:web:")]
    [InlineData("did:web:coe.example#key")]
    [InlineData("did:web:coe.example/path")]
    [InlineData("did:web:coe.example?query")]
    [InlineData("did:web:user@coe.example")]
    [InlineData("did:web:coe.example::a")]
    [InlineData("did:web:coe.example:a:")]
    [InlineData("did:web:coe.example:..:a")]
    [InlineData("did:web:coe.example:.")]
    [InlineData("did:web:coe.example:%2e%2e")]
    [InlineData("did:web:coe.example:a%2Fb")]
    [InlineData("did:web:coe.example%3A")]
    [InlineData("did:web:coe.example%3A0")]
    [InlineData("did:web:coe.example%3A65536")]
    [InlineData("did:web:coe.example%3A+1")]
    [InlineData("did:web:coe.example%3A80%3A90")]
    [InlineData("did:web:coe.example%2Fx")]
    [InlineData("did:web:127.0.0.1")]
    [InlineData("did:web:127.1")]
    [InlineData("did:web:2130706433")]
    [InlineData("did:web:0x7f000001")]
    [InlineData("did:web:①②⑦.0.0.1")]
    [InlineData("did:web:coe.example:a b")]
    [InlineData("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData("https://coe.example")]
    public void What_is_not_a_plain_did_web_has_no_document(string did) => Assert.False(DidWeb.TryDocumentUrl(did, out _));
}
