using System.Security.Cryptography;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

/// <summary>ECDSA and RSA signatures, made by the framework, checked by ours.</summary>
public sealed class SignatureFormTests
{
    [Theory]
    [InlineData("nistP256", "SHA256", "ES256")]
    [InlineData("nistP384", "SHA384", "ES384")]
    public void An_ECDSA_signature_has_r_and_s_at_full_length_over_the_hash_of_its_curve(string curve, string hash, string name)
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(ecdsa.ExportSubjectPublicKeyInfo(), out PublicKey? key));
        byte[] signature = ecdsa.SignData("claim"u8, new HashAlgorithmName(hash), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        Assert.Equal(name, key.JwsAlgorithm);
        Assert.True(key.Verify("claim"u8, signature));
        Assert.False(key.Verify("clam"u8, signature));
        Assert.False(key.Verify("claim"u8, ecdsa.SignData("claim"u8, HashAlgorithmName.SHA512, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));
        Assert.False(key.Verify("claim"u8, ecdsa.SignData("claim"u8, new HashAlgorithmName(hash), DSASignatureFormat.Rfc3279DerSequence)));
        AssertOtherFormsFail(key, signature);
    }

    [Fact]
    public void An_RSA_signature_is_as_long_as_the_modulus_and_PKCS1_over_SHA256()
    {
        using RSA rsa = RSA.Create(2048);
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(rsa.ExportSubjectPublicKeyInfo(), out PublicKey? key));
        byte[] signature = rsa.SignData("claim"u8, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.Equal("RS256", key.JwsAlgorithm);
        Assert.True(key.Verify("claim"u8, signature));
        Assert.False(key.Verify("clam"u8, signature));
        Assert.False(key.Verify("claim"u8, rsa.SignData("claim"u8, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        Assert.False(key.Verify("claim"u8, rsa.SignData("claim"u8, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)));
        AssertOtherFormsFail(key, signature);
    }

    [Theory]
    [InlineData(KeyAlgorithm.P256, 64)]
    [InlineData(KeyAlgorithm.P384, 96)]
    [InlineData(KeyAlgorithm.Rsa, 256)]
    public void A_signature_of_zeros_or_ones_proves_nothing(KeyAlgorithm algorithm, int length)
    {
        PublicKey key = KeyFormTests.Make(algorithm);
        Assert.False(key.Verify("claim"u8, new byte[length]));
        Assert.False(key.Verify("claim"u8, [.. Enumerable.Repeat((byte)0xff, length)]));
    }

    [Fact]
    public void One_key_verifies_on_many_threads_at_once()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using RSA rsa = RSA.Create(2048);
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(ecdsa.ExportSubjectPublicKeyInfo(), out PublicKey? ec));
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(rsa.ExportSubjectPublicKeyInfo(), out PublicKey? other));
        int right = 0;
        Parallel.For(0, 2000, i =>
        {
            byte[] data = BitConverter.GetBytes(i);
            bool isEven = i % 2 == 0;
            byte[] signature = isEven
                ? ecdsa.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
                : rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            PublicKey key = isEven ? ec : other;
            if (key.Verify(data, signature) && !key.Verify([.. data, 0], signature))
            {
                Interlocked.Increment(ref right);
            }
        });
        Assert.Equal(2000, right);
    }

    private static void AssertOtherFormsFail(PublicKey key, byte[] signature)
    {
        Assert.False(key.Verify("claim"u8, []));
        Assert.False(key.Verify("claim"u8, signature.AsSpan(1)));
        Assert.False(key.Verify("claim"u8, [.. signature, 0]));
        Assert.False(key.Verify("claim"u8, [0, .. signature]));
        signature[^1] ^= 1;
        Assert.False(key.Verify("claim"u8, signature));
    }
}
