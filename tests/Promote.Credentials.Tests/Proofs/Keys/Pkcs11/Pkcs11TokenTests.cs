using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Proofs.Keys.Pkcs11;

namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>What an operator reads when a token cannot be used.</summary>
[Collection(TokensCollection.Name)]
[Trait("needs", "softhsm")]
public sealed class Pkcs11TokenTests(Tokens tokens)
{
    private const string Missing = "/nowhere/module.so";

    [FactNeedsSoftHsm]
    public void An_unknown_token_is_refused() => Assert.Equal(
        $"The PKCS#11 module {SoftHsm.ModulePath} shows no token \"lost\": connect it, or correct the label.",
        Assert.Throws<KeyUnavailableException>(() => Tokens.Open("lost")).Message);

    [FactNeedsSoftHsm]
    public void Two_tokens_with_one_label_are_refused() => Assert.Equal(
        "Several PKCS#11 tokens have the label \"twin\": give each its own.",
        Assert.Throws<KeyUnavailableException>(() => Tokens.Open(Tokens.Twin)).Message);

    [FactNeedsSoftHsm]
    public void A_wrong_pin_is_refused_and_not_shown()
    {
        KeyUnavailableException refusal = Assert.Throws<KeyUnavailableException>(() => Tokens.Open(Tokens.Troubled, "wrong-pin"));
        Assert.Equal(
            "The PKCS#11 token \"troubled\" refuses the login: CKR_PIN_INCORRECT. "
            + "Correct the PIN and start again; it is not tried twice, so that the token does not lock.",
            refusal.Message);
        Assert.DoesNotContain("wrong-pin", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("libsofthsm2.so", "The path of a PKCS#11 module must be absolute; \"libsofthsm2.so\" is not.")]
    [InlineData(Missing, $"The PKCS#11 module {Missing} does not load: it is missing, or not a PKCS#11 module of this machine.")]
    public void A_module_that_does_not_load_is_refused(string path, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<KeyUnavailableException>(() => Pkcs11Token.Open(path, "promote", "pin")).Message);

    [FactNeedsSoftHsm]
    public void A_file_that_is_no_module_is_refused() => Assert.Contains(
        "does not load",
        Assert.Throws<KeyUnavailableException>(() => Pkcs11Token.Open(tokens.Hsm.Configuration, "promote", "pin")).Message,
        StringComparison.Ordinal);

    [FactNeedsSoftHsm]
    public void A_closed_token_signs_no_more_and_another_login_goes_on()
    {
        using Pkcs11Token second = Tokens.Open(Tokens.Main);
        Pkcs11Token token = Tokens.Open(Tokens.Main);
        using Pkcs11Key key = Pkcs11Key.Open(token, "p256");
        token.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("claim"u8));
        using Pkcs11Key other = Pkcs11Key.Open(second, "p256");
        Assert.NotEmpty(other.Sign("claim"u8));
    }
}
