namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>What an object on a token says of itself, CK_ATTRIBUTE_TYPE (PKCS#11 2.40 §4).</summary>
internal enum CkAttributeType : uint
{
    Class = 0x00,
    Label = 0x03,

    /// <summary>A certificate in DER. Also the private part of an elliptic curve key, which a token that keeps its keys never gives.</summary>
    Value = 0x11,
    KeyType = 0x100,
    Id = 0x102,
    Sensitive = 0x103,
    Sign = 0x108,
    Modulus = 0x120,
    PublicExponent = 0x122,

    /// <summary>The private part of an RSA key.</summary>
    PrivateExponent = 0x123,
    Extractable = 0x162,
    EcParameters = 0x180,
    EcPoint = 0x181,
    AlwaysAuthenticate = 0x202,
}
