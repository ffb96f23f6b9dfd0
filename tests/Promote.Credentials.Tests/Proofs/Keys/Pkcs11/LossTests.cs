using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Proofs.Keys.Pkcs11;

namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>Sessions, logins and tokens get lost; a key signs again as soon as that is possible.</summary>
[Collection(TokensCollection.Name)]
[Trait("needs", "softhsm")]
public sealed class LossTests(Tokens tokens)
{
    public static TheoryData<string> Losses() => ["sessions", "login", "module"];

    [TheoryNeedsSoftHsm]
    [MemberData(nameof(Losses))]
    public void A_key_signs_on_after_somebody_took_the(string loss)
    {
        using Pkcs11Token token = Tokens.Open(Tokens.Troubled);
        using Pkcs11Key key = Pkcs11Key.Open(token, "issuer");
        Lose(loss);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
    }

    // Taken between the signatures: SoftHSM 2.6.1 frees a session that another thread is in.
    [TheoryNeedsSoftHsm]
    [MemberData(nameof(Losses))]
    public async Task All_threads_sign_on_after_somebody_took_the(string loss)
    {
        using Pkcs11Token token = Tokens.Open(Tokens.Troubled);
        using Pkcs11Key key = Pkcs11Key.Open(token, "issuer");
        for (int i = 0; i < 5; i++)
        {
            Lose(loss);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Sign(key, 20))));
        }
    }

    [FactNeedsSoftHsm]
    public void A_key_that_was_replaced_on_the_token_signs_nothing()
    {
        tokens.Hsm.MakeKey(Tokens.Troubled, "EC:prime256v1", "replaced", "0d");
        using Pkcs11Token token = Tokens.Open(Tokens.Troubled);
        using Pkcs11Key key = Pkcs11Key.Open(token, "replaced");
        tokens.Hsm.OnToken(Tokens.Troubled, "--delete-object", "--type", "privkey", "--id", "0d");
        tokens.Hsm.OnToken(Tokens.Troubled, "--delete-object", "--type", "pubkey", "--id", "0d");
        Assert.Contains(
            "no private key \"replaced\"",
            Assert.Throws<KeyUnavailableException>(() => key.Sign("claim"u8)).Message,
            StringComparison.Ordinal);
        tokens.Hsm.MakeKey(Tokens.Troubled, "EC:prime256v1", "replaced", "0d");
        Assert.Contains(
            "now has another key \"replaced\"",
            Assert.Throws<KeyUnavailableException>(() => key.Sign("claim"u8)).Message,
            StringComparison.Ordinal);
    }

    [FactNeedsSoftHsm]
    public void A_pin_that_is_refused_is_not_tried_again()
    {
        using Pkcs11Token token = Tokens.Open(Tokens.Changing);
        using Pkcs11Key key = Pkcs11Key.Open(token, "issuer");
        tokens.Hsm.OnToken(Tokens.Changing, "--change-pin", "--new-pin", "another-pin");
        OtherUser.FinalizeModule();
        string sentence = Assert.Throws<KeyUnavailableException>(() => key.Sign("claim"u8)).Message;
        Assert.Contains("CKR_PIN_INCORRECT", sentence, StringComparison.Ordinal);
        using (Tokens.Open(Tokens.Changing, "another-pin"))
        {
            // The process is logged in now, so that a second try would succeed.
            Assert.Equal(sentence, Assert.Throws<KeyUnavailableException>(() => key.Sign("claim"u8)).Message);
        }
    }

    [FactNeedsSoftHsm]
    public void A_token_that_went_away_is_named_and_signs_again_when_it_is_back()
    {
        string elsewhere = tokens.Hsm.Tokens + "-elsewhere";
        using Pkcs11Token token = Tokens.Open(Tokens.Travelling);
        using Pkcs11Key key = Pkcs11Key.Open(token, "issuer");
        Directory.Move(tokens.FolderOfTravelling, elsewhere);
        try
        {
            KeyUnavailableException loss = Assert.Throws<KeyUnavailableException>(() => key.Sign("claim"u8));
            Assert.Contains(Tokens.Travelling, loss.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Move(elsewhere, tokens.FolderOfTravelling);
        }
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
    }

    [FactNeedsSoftHsm]
    public void A_module_that_was_started_anew_is_logged_in_to_by_each_token()
    {
        using Pkcs11Token first = Tokens.Open(Tokens.Main);
        using Pkcs11Token second = Tokens.Open(Tokens.Troubled);
        using Pkcs11Key ofFirst = Pkcs11Key.Open(first, "p256");
        using Pkcs11Key ofSecond = Pkcs11Key.Open(second, "issuer");
        OtherUser.FinalizeModule();
        // The second token now has sessions with the numbers that the first one's had.
        Sign(ofSecond, 1);
        Sign(ofFirst, 1);
        Sign(ofSecond, 1);
    }

    private static void Lose(string what)
    {
        Action lose = what switch
        {
            "sessions" => () => OtherUser.CloseAllSessions(Tokens.Troubled),
            "login" => () => OtherUser.LogOut(Tokens.Troubled),
            _ => OtherUser.FinalizeModule,
        };
        lose();
    }

    private static void Sign(Pkcs11Key key, int times)
    {
        for (int i = 0; i < times; i++)
        {
            byte[] data = BitConverter.GetBytes(i);
            Assert.True(key.PublicKey.Verify(data, key.Sign(data)));
        }
    }
}
