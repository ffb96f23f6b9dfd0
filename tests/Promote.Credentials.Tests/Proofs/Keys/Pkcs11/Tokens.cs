using Promote.Credentials.Proofs.Keys.Pkcs11;
using Promote.Credentials.Tests.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>The tokens of the tests, made before the module is loaded.</summary>
public sealed class Tokens : IDisposable
{
    /// <summary>Has keys of each kind, and some that must be refused.</summary>
    public const string Main = "signing";

    /// <summary>Is logged out of and emptied.</summary>
    public const string Troubled = "troubled";

    /// <summary>Is taken away and brought back.</summary>
    public const string Travelling = "travelling";

    /// <summary>Gets another PIN.</summary>
    public const string Changing = "changing";

    /// <summary>Two tokens have this label.</summary>
    public const string Twin = "twin";

    public Tokens()
    {
        if (SoftHsm.Missing is not null)
        {
            return;
        }
        Hsm.MakeToken(Main);
        Hsm.MakeToken(Troubled);
        Hsm.MakeToken(Changing);
        FolderOfTravelling = Hsm.MakeToken(Travelling);
        Hsm.MakeToken(Twin);
        Hsm.MakeToken(Twin);
        MakeKeys();
    }

    public SoftHsm Hsm { get; } = new();

    public string FolderOfTravelling { get; } = "";

    public static Pkcs11Token Open(string label, string pin = SoftHsm.Pin) => Pkcs11Token.Open(SoftHsm.ModulePath, label, pin);

    public void Dispose() => Hsm.Dispose();

    private void MakeKeys()
    {
        Hsm.MakeKey(Main, "EC:edwards25519", "ed25519", "01");
        Hsm.MakeKey(Main, "EC:prime256v1", "p256", "02");
        Hsm.MakeKey(Main, "rsa:2048", "rsa", "03");
        Hsm.MakeKey(Main, "EC:prime256v1", "extractable", "04", "--usage-sign", "--extractable");
        Hsm.MakeKey(Main, "rsa:2048", "extractable-rsa", "05", "--usage-sign", "--extractable");
        Hsm.MakeKey(Main, "EC:prime256v1", "mute", "06");
        Hsm.MakeKey(Main, "EC:secp521r1", "p521", "07");
        Hsm.MakeKey(Main, "EC:prime256v1", "namesake", "08");
        Hsm.MakeKey(Main, "EC:edwards25519", "namesake", "09");
        Hsm.MakeKey(Main, "EC:prime256v1", "widow", "0a");
        Hsm.OnToken(Main, "--delete-object", "--type", "pubkey", "--id", "0a");
        MakeMispairedKey();
        Hsm.MakeSeal(Main, "rsa:2048", "cove-ro.seal", "0d", TestAuthority.From, TestAuthority.Until);
        Hsm.MakeSeal(Main, "EC:prime256v1", "cove-ro.seal-2027", "0e", TestAuthority.From, TestAuthority.Until);
        Hsm.MakeKey(Troubled, "EC:prime256v1", "issuer", "01");
        Hsm.MakeKey(Changing, "EC:prime256v1", "issuer", "01");
        Hsm.MakeKey(Travelling, "EC:prime256v1", "issuer", "01");
    }

    /// <summary>A private key whose CKA_ID leads to the public key of another.</summary>
    private void MakeMispairedKey()
    {
        Hsm.MakeKey(Main, "EC:prime256v1", "mispaired", "0b");
        Hsm.OnToken(Main, "--delete-object", "--type", "pubkey", "--id", "0b");
        Hsm.MakeKey(Main, "EC:prime256v1", "stranger", "0c");
        Hsm.OnToken(Main, "--delete-object", "--type", "privkey", "--id", "0c");
        Hsm.OnToken(Main, "--set-id", "0b", "--type", "pubkey", "--id", "0c");
    }
}
