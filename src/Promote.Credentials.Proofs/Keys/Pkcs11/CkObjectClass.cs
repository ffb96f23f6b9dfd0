namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>Kinds of objects on a token, CK_OBJECT_CLASS (PKCS#11 2.40 §4.1).</summary>
internal enum CkObjectClass : uint
{
    Certificate = 0x01,
    PublicKey = 0x02,
    PrivateKey = 0x03,
}
