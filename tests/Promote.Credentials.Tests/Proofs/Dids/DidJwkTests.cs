using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Tests.Proofs.Dids;

public sealed class DidJwkTests
{
    // {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}, the key of RFC 8037 §A.2.
    private const string Did = "did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IjExcVlBWUt4Q3JmVlNfN1R5V1FIT2c3aGN2UGFwaU1scndJYWFQY0hVUm8ifQ";

    [Fact]
    public void A_did_jwk_resolves_to_a_document_with_its_key_for_claims()
    {
        Assert.True(DidJwk.TryResolve(Did, out DidDocument? document));

        Assert.Equal(Did, document.FindVerificationMethod(Did + "#0")?.Controller);
    }

    [Theory]
    [InlineData(Did + "\n")]
    [InlineData(" " + Did)]
    [InlineData("did:jwk: eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IjExcVlBWUt4Q3JmVlNfN1R5V1FIT2c3aGN2UGFwaU1scndJYWFQY0hVUm8ifQ")]
    [InlineData(Did + "=")]
    [InlineData(Did + "==")]
    [InlineData(Did + "#0")]
    [InlineData("did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IjExcVlBWUt4Q3JmVlNfN1R5V1FIT2c3aGN2UGFwaU1scndJYWFQY0hVUm8ifR")]
    [InlineData("did:jwk:")]
    [InlineData("did:jwk:bnVsbA")]
    public void One_key_has_one_identifier(string did) => Assert.False(DidJwk.TryResolve(did, out _));
}
