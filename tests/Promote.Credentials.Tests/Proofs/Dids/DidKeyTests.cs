using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Dids;

public sealed class DidKeyTests
{
    private const string Did = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    [Fact]
    public void A_did_key_resolves_to_a_document_with_its_key_for_claims()
    {
        Assert.True(DidKey.TryResolve(Did, out DidDocument? document));
        VerificationMethod? method = document.FindVerificationMethod(Did + "#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");

        Assert.NotNull(method);
        Assert.Equal(Did, document.Id);
        Assert.Equal(Did, method.Controller);
        Assert.Equal(Did, DidKey.For(method.Key));
        Assert.Equal(method.Id, DidKey.VerificationMethodFor(method.Key));
    }

    [Theory]
    [InlineData(Did + "#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData(Did + "/path")]
    [InlineData(Did + "?query")]
    [InlineData("did:key:")]
    [InlineData("did:key")]
    [InlineData("DID:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData("did:web:example.org")]
    [InlineData("did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F")]
    [InlineData("did:key:1:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    public void What_is_not_a_did_key_of_a_known_kind_does_not_resolve(string did) => Assert.False(DidKey.TryResolve(did, out _));

    [Fact]
    public void A_fragment_that_is_not_the_key_names_nothing()
    {
        Assert.True(DidKey.TryResolve(Did, out DidDocument? document));
        Assert.Null(document.FindVerificationMethod(Did));
        Assert.Null(document.FindVerificationMethod(Did + "#key-1"));
    }
}
