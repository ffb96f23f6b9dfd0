using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>An RSA key in OpenSSL's memory, which wipes it when freed. After the import, signing changes nothing that is not locked.</summary>
internal sealed class RsaPrivateKey(RSA rsa) : PrivateKey(PublicPart(rsa))
{
    public override byte[] Sign(ReadOnlySpan<byte> data) => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public override void Dispose() => rsa.Dispose();
}
