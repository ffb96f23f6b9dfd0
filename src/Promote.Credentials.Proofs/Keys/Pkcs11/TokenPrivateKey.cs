using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>A private key as one connection sees it: its handle, and the public key beside it.</summary>
internal sealed class TokenPrivateKey
{
    private const int CurveSignature = 64;

    /// <summary>What stands before a SHA-256 digest in a DigestInfo (RFC 8017 §9.2 note 1).</summary>
    private static ReadOnlySpan<byte> Sha256DigestInfo =>
        [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

    /// <summary>Text that no document begins with, so that the signature can be used for nothing.</summary>
    private static ReadOnlySpan<byte> Trial => "Promote.Credentials: does this key belong to its public key?"u8;

    private readonly nuint _handle;
    private readonly uint _mechanism;
    private readonly int _signatureLength;

    private TokenPrivateKey(nuint handle, PublicKey publicKey, uint mechanism, int signatureLength) =>
        (_handle, PublicKey, _mechanism, _signatureLength) = (handle, publicKey, mechanism, signatureLength);

    public PublicKey PublicKey { get; }

    /// <summary>The private key with a label, and a CKA_ID if one is given, if it is one that may sign here.</summary>
    /// <exception cref="KeyUnavailableException">There is none or several, or the key can leave the token.</exception>
    /// <exception cref="Pkcs11Exception">The token fails.</exception>
    public static TokenPrivateKey Find(Pkcs11Session session, string label, ReadOnlySpan<byte> id)
    {
        nuint[] found = session.Find(CkObjectClass.PrivateKey, label, id);
        if (found is not [nuint handle])
        {
            session.CheckLogin();
            throw new KeyUnavailableException(found.Length == 0
                ? $"The token has no private key \"{label}\"{(id.IsEmpty ? "" : $" with the CKA_ID {Convert.ToHexStringLower(id)}")}."
                : $"The token has several private keys \"{label}\": name one by its CKA_ID.");
        }
        CheckThatItStays(session, handle, label);
        PublicKey publicKey = ReadPublicKey(session, handle, label);
        TokenPrivateKey key = new(handle, publicKey, ChooseMechanism(session, publicKey, label), LengthOfSignature(session, handle, publicKey));
        return publicKey.Verify(Trial, key.Sign(session, Trial))
            ? key
            : throw new KeyUnavailableException($"The key \"{label}\" does not belong to the public key of the same CKA_ID.");
    }

    /// <summary>Signs as <see cref="SigningKey.Sign"/> does.</summary>
    public byte[] Sign(Pkcs11Session session, ReadOnlySpan<byte> data) => _mechanism switch
    {
        CkMechanismType.Ecdsa => session.Sign(_mechanism, _handle, SHA256.HashData(data), _signatureLength),
        CkMechanismType.RsaPkcs => session.Sign(_mechanism, _handle, [.. Sha256DigestInfo, .. SHA256.HashData(data)], _signatureLength),
        _ => session.Sign(_mechanism, _handle, data, _signatureLength),
    };

    /// <summary>What makes a key one that never leaves the token, and signs without a PIN each time (PKCS#11 2.40 §4.9).</summary>
    private static void CheckThatItStays(Pkcs11Session session, nuint handle, string label)
    {
        bool stays = session.ReadFlag(handle, CkAttributeType.Sensitive) == true && session.ReadFlag(handle, CkAttributeType.Extractable) == false;
        string? refusal = !stays ? "can leave the token (CKA_SENSITIVE must be true and CKA_EXTRACTABLE false): make another on the token"
            : session.ReadFlag(handle, CkAttributeType.Sign) != true ? "is not for signing (CKA_SIGN)"
            : session.ReadFlag(handle, CkAttributeType.AlwaysAuthenticate) == true ? "asks for the PIN before each signature (CKA_ALWAYS_AUTHENTICATE)"
            : null;
        if (refusal is not null)
        {
            throw new KeyUnavailableException($"The key \"{label}\" {refusal}.");
        }
    }

    /// <summary>The public key of the same CKA_ID, which pairs the two (PKCS#11 2.40 §4.8); of the same label where there is no CKA_ID.</summary>
    private static PublicKey ReadPublicKey(Pkcs11Session session, nuint handle, string label)
    {
        byte[] id = session.Read(handle, CkAttributeType.Id) ?? [];
        return session.Find(CkObjectClass.PublicKey, id.Length == 0 ? label : null, id) switch
        {
            [nuint only] => TokenPublicKey.Read(session, only)
                ?? throw new KeyUnavailableException($"The key \"{label}\" is none that this service signs with: Ed25519, P-256, or RSA of a safe length."),
            [] => throw new KeyUnavailableException($"The token has no public key beside the key \"{label}\": write it there, with the same CKA_ID."),
            _ => throw new KeyUnavailableException($"The token has several public keys beside the key \"{label}\": give each pair its own CKA_ID."),
        };
    }

    private static uint ChooseMechanism(Pkcs11Session session, PublicKey publicKey, string label)
    {
        uint[] usable = publicKey.Algorithm switch
        {
            KeyAlgorithm.Ed25519 => [CkMechanismType.Eddsa],
            KeyAlgorithm.P256 => [CkMechanismType.Ecdsa],
            _ => [CkMechanismType.Sha256RsaPkcs, CkMechanismType.RsaPkcs],
        };
        // No mechanism has the number 0 in use here: CKM_RSA_PKCS_KEY_PAIR_GEN does not sign.
        uint first = usable.FirstOrDefault(session.SignsBy);
        return first != 0 ? first : throw new KeyUnavailableException($"The token does not sign with the key \"{label}\": it lacks the mechanism for {publicKey.Algorithm}.");
    }

    private static int LengthOfSignature(Pkcs11Session session, nuint handle, PublicKey publicKey) => publicKey.Algorithm == KeyAlgorithm.Rsa
        ? session.Read(handle, CkAttributeType.Modulus).AsSpan().TrimStart((byte)0).Length
        : CurveSignature;
}
