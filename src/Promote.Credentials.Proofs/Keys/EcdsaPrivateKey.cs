using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A P-256 or P-384 key in OpenSSL's memory, which wipes it when freed. After the import, signing changes nothing in it.</summary>
internal sealed class EcdsaPrivateKey : PrivateKey
{
    private readonly ECDsa _ecdsa;
    private readonly HashAlgorithmName _hash;

    /// <summary>Takes the key over.</summary>
    public EcdsaPrivateKey(ECDsa ecdsa)
        : base(PublicPart(ecdsa))
    {
        _ecdsa = ecdsa;
        _hash = EcCurve.Of(PublicKey.Algorithm).Hash;
    }

    public override byte[] Sign(ReadOnlySpan<byte> data) =>
        _ecdsa.SignData(data, _hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public override void Dispose() => _ecdsa.Dispose();
}
