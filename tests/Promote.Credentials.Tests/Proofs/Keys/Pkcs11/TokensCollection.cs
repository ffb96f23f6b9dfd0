namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>One set of tokens for all tests: SoftHSM takes its settings once a process.</summary>
[CollectionDefinition(Name)]
public sealed class TokensCollection : ICollectionFixture<Tokens>
{
    public const string Name = "PKCS#11 tokens";
}
