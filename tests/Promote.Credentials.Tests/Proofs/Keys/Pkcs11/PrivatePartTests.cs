using System.Security.Cryptography;
using Promote.Credentials.Proofs.Keys.Pkcs11;

namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>The private part stays on the token, whoever asks the module for it.</summary>
[Collection(TokensCollection.Name)]
[Trait("needs", "softhsm")]
public sealed class PrivatePartTests : IDisposable
{
    private readonly Pkcs11Token _token = Tokens.Open(Tokens.Main);

    [TheoryNeedsSoftHsm]
    [InlineData("ed25519", nameof(CkAttributeType.Value))]
    [InlineData("p256", nameof(CkAttributeType.Value))]
    [InlineData("rsa", nameof(CkAttributeType.PrivateExponent))]
    public void The_token_does_not_give_the_private_part_away(string label, string part)
    {
        CkAttributeType type = Enum.Parse<CkAttributeType>(part);
        Assert.Null(Ask(label, (session, key) => session.Read(key, type)));
        Assert.True(Ask(label, (session, key) => session.ReadFlag(key, CkAttributeType.Sensitive)));
        Assert.False(Ask(label, (session, key) => session.ReadFlag(key, CkAttributeType.Extractable)));
    }

    /// <summary>What a token that cannot hash makes of an RSA signature: the same bytes, PKCS #1 v1.5 has no randomness.</summary>
    [FactNeedsSoftHsm]
    public void A_digest_info_made_here_gives_the_signature_that_the_token_makes()
    {
        using Pkcs11Key key = Pkcs11Key.Open(_token, "rsa");
        byte[] info = [.. Convert.FromHexString("3031300d060960864801650304020105000420"), .. SHA256.HashData("claim"u8)];
        Assert.Equal(key.Sign("claim"u8), Ask("rsa", (session, handle) => session.Sign(CkMechanismType.RsaPkcs, handle, info, 256)));
    }

    public void Dispose() => _token.Dispose();

    private T Ask<T>(string label, Func<Pkcs11Session, nuint, T> question) => _token.Use(
        [],
        (_, session, _) => question(session, Assert.Single(session.Find(CkObjectClass.PrivateKey, label, []))));
}
