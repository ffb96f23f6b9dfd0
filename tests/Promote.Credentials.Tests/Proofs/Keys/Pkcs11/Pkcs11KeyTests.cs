using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Proofs.Keys.Pkcs11;

namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

[Collection(TokensCollection.Name)]
[Trait("needs", "softhsm")]
public sealed class Pkcs11KeyTests : IDisposable
{
    private readonly Pkcs11Token _token = Tokens.Open(Tokens.Main);

    public static TheoryData<string, KeyAlgorithm, int> Kinds() => new()
    {
        { "ed25519", KeyAlgorithm.Ed25519, 64 },
        { "p256", KeyAlgorithm.P256, 64 },
        { "rsa", KeyAlgorithm.Rsa, 256 },
    };

    [TheoryNeedsSoftHsm]
    [MemberData(nameof(Kinds))]
    public void A_key_on_a_token_signs_and_its_public_key_verifies(string label, KeyAlgorithm algorithm, int length)
    {
        using Pkcs11Key key = Pkcs11Key.Open(_token, label);
        byte[] signature = key.Sign("claim"u8);
        Assert.Equal(algorithm, key.PublicKey.Algorithm);
        Assert.Equal(length, signature.Length);
        Assert.True(key.PublicKey.Verify("claim"u8, signature));
        Assert.False(key.PublicKey.Verify("claims"u8, signature));
        Assert.False(key.IsDevelopment);
    }

    [TheoryNeedsSoftHsm]
    [MemberData(nameof(Kinds))]
    public void Data_of_any_length_is_signed(string label, KeyAlgorithm algorithm, int length)
    {
        using Pkcs11Key key = Pkcs11Key.Open(_token, label);
        Assert.Equal(algorithm, key.PublicKey.Algorithm);
        Assert.All([0, 1, 31, 32, 33, 4096, 1 << 20], size =>
        {
            byte[] data = new byte[size];
            byte[] signature = key.Sign(data);
            Assert.Equal(length, signature.Length);
            Assert.True(key.PublicKey.Verify(data, signature));
        });
    }

    [TheoryNeedsSoftHsm]
    [InlineData("ed25519", 8, 200)]
    [InlineData("p256", 8, 200)]
    [InlineData("rsa", 8, 200)]
    [InlineData("ed25519", 40, 20)] // more threads than there are sessions
    public async Task Many_threads_sign_with_one_key(string label, int threads, int signatures)
    {
        using Pkcs11Key key = Pkcs11Key.Open(_token, label);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                for (int i = 0; i < signatures; i++)
                {
                    byte[] data = BitConverter.GetBytes((thread << 16) | i);
                    Assert.True(key.PublicKey.Verify(data, key.Sign(data)));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    [TheoryNeedsSoftHsm]
    [InlineData("08", KeyAlgorithm.P256)]
    [InlineData("09", KeyAlgorithm.Ed25519)]
    public void Of_two_keys_with_one_label_the_id_names_one(string id, KeyAlgorithm algorithm)
    {
        using Pkcs11Key key = Pkcs11Key.Open(_token, "namesake", Convert.FromHexString(id));
        Assert.Equal(algorithm, key.PublicKey.Algorithm);
    }

    [TheoryNeedsSoftHsm]
    [InlineData("nobody", "The token has no private key \"nobody\".")]
    [InlineData("extractable", "The key \"extractable\" can leave the token (CKA_SENSITIVE must be true and CKA_EXTRACTABLE false): make another on the token.")]
    [InlineData("extractable-rsa", "The key \"extractable-rsa\" can leave the token (CKA_SENSITIVE must be true and CKA_EXTRACTABLE false): make another on the token.")]
    [InlineData("p521", "The key \"p521\" is none that this service signs with: Ed25519, P-256, or RSA of a safe length.")]
    [InlineData("namesake", "The token has several private keys \"namesake\": name one by its CKA_ID.")]
    [InlineData("widow", "The token has no public key beside the key \"widow\": write it there, with the same CKA_ID.")]
    [InlineData("mispaired", "The key \"mispaired\" does not belong to the public key of the same CKA_ID.")]
    public void A_key_that_must_not_sign_is_refused_with_the_reason(string label, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<KeyUnavailableException>(() => Pkcs11Key.Open(_token, label)).Message);

    [FactNeedsSoftHsm]
    public void A_key_that_is_not_for_signing_is_refused()
    {
        OtherUser.ForbidSigning(Tokens.Main, _token.Use([], (_, session, _) => session.Find(CkObjectClass.PrivateKey, "mute", [])).Single());
        Assert.Equal(
            "The key \"mute\" is not for signing (CKA_SIGN).",
            Assert.Throws<KeyUnavailableException>(() => Pkcs11Key.Open(_token, "mute")).Message);
    }

    [FactNeedsSoftHsm]
    public void An_id_that_no_key_has_is_refused() => Assert.Equal(
        "The token has no private key \"p256\" with the CKA_ID ff.",
        Assert.Throws<KeyUnavailableException>(() => Pkcs11Key.Open(_token, "p256", [0xff])).Message);

    [FactNeedsSoftHsm]
    public void A_disposed_key_signs_no_more_and_leaves_the_others_alone()
    {
        using Pkcs11Key other = Pkcs11Key.Open(_token, "p256");
        Pkcs11Key key = Pkcs11Key.Open(_token, "p256");
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("claim"u8));
        Assert.NotEmpty(other.Sign("claim"u8));
    }

    public void Dispose() => _token.Dispose();
}
