namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>Kinds of keys, CK_KEY_TYPE (PKCS#11 3.0 Base §4.6).</summary>
internal enum CkKeyType : uint
{
    Rsa = 0x00,
    Ec = 0x03,
    EcEdwards = 0x40,
}
