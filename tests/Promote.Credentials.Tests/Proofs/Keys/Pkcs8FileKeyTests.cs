using System.Security.Cryptography;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

public sealed class Pkcs8FileKeyTests
{
    private const string Password = "correct-horse";

    /// <summary>TEST key: <c>openssl genpkey -algorithm ed25519 -aes256 -pass pass:correct-horse</c>.</summary>
    private const string Pem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg/FTmtvbpB0wICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEGByxA+HBm0ajnQ23N3SSFUEQN8e
        20qzdfTLdda2nOFRxrDZecXcXpOQ2KyBab87FXoQZcQ3w6GoqDcXkraugFT1k4be
        q9aI6Mi1MwGjh/B640I=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    /// <summary>TEST key of P-256, encrypted alike.</summary>
    private const string P256Pem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAisbbM10pz1YQICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEDhIIMKusmd5vaEr4prTyqEEgZCK
        1UQ2U34UkV84zHJ+z6iJP708vsna/FYi8PZYvekS7ev+uZkA7HyafTz8Uet8DlZm
        2aU4h/XXj9BTTLKCpp9Rwgj+grvg+rOEflKGwBpew7Ewx9yecbj6dvkz/W4wPz/X
        8CBq3XtooJZ7GMOS1ouYWMS40d8sG20Ut46QOBa3rHtThp47WJztzOcAiP32J1E=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    /// <summary>TEST keys of kinds that sign nothing here: X25519 and P-521.</summary>
    private const string X25519Pem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjn4N8jqCLnGgICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEPqzHM/hlPG754XfVjMG8IsEQMNx
        ik0FEb7aZcFHrNy+d5OM+KmyHYqMDbToMnicoqumCacPdwEd4JF1PYm4TzDY18Lz
        mvNVsM16Dm7MuGjO1ig=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    private const string P521Pem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIIBXTBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIyBx505xS3gcCAggA
        MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBAe8ptnKDVpBwBeBa8KBe5VBIIB
        AOr8YUICkRyNECnK40zDYDe3EuJkZK98bEwvhixawYJAPEyKjh3nRaspewZ6Ppdz
        96BfmsonrDcdJjhqM91z20kYaax/zj97tSMnJVc5pA+Wl+rw4WrKXroNnbg40LTw
        gvZh0+/Ld26PJyLXTiP6x48SApw+Pe1/5JaRCGKM+t0Tu6dHG5NufxwKgIoZIyrH
        mA9ZXfJhIIWpTQXTEsVriIbtHiunCN1xsWv0QQ1iQs3hCkw7/UCwQQlbiGjK5O0b
        QiCA4frDfCI5ose0T5cOoo/MAs5JlcoNF8bts1cUDbehKeY189daDA3K2GDA3WYJ
        GKiwxbd9MBkMkxdcqi2M/ls=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    [Fact]
    public void A_file_that_openssl_wrote_becomes_a_production_key()
    {
        using Pkcs8FileKey key = Pkcs8FileKey.FromEncryptedPkcs8Pem(Pem, Password);
        Assert.Equal("9f0c2fbca46944129757a424fc0fae5e508beeab83e190e53c3a30f6fce6e492", Convert.ToHexStringLower(key.PublicKey.Bytes.Span));
        Assert.False(key.IsDevelopment);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
    }

    [Fact]
    public void Text_around_the_block_is_passed_over()
    {
        using Pkcs8FileKey key = Pkcs8FileKey.FromEncryptedPkcs8Pem("Key of the ministry\n-----BEGIN NOTE-----\nAAAA\n-----END NOTE-----\n" + Pem, Password);
        Assert.NotNull(key.PublicKey);
    }

    [Fact]
    public void A_wrong_password_opens_nothing() =>
        Assert.ThrowsAny<CryptographicException>(() => Pkcs8FileKey.FromEncryptedPkcs8Pem(Pem, "correct-mule"));

    [Fact]
    public void A_file_that_openssl_wrote_with_a_P256_key_becomes_one()
    {
        using Pkcs8FileKey key = Pkcs8FileKey.FromEncryptedPkcs8Pem(P256Pem, Password);
        Assert.Equal(KeyAlgorithm.P256, key.PublicKey.Algorithm);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
    }

    [Theory]
    [InlineData(KeyAlgorithm.P256)]
    [InlineData(KeyAlgorithm.P384)]
    [InlineData(KeyAlgorithm.Rsa)]
    public void A_key_of_every_algorithm_signs_what_its_public_part_verifies(KeyAlgorithm algorithm)
    {
        using AsymmetricAlgorithm made = NewKeys.Of(algorithm);
        using Pkcs8FileKey key = Pkcs8FileKey.FromEncryptedPkcs8Pem(made.ExportEncryptedPkcs8PrivateKeyPem(Password, NewKeys.Encryption), Password);
        Assert.Equal(algorithm, key.PublicKey.Algorithm);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
        Assert.Equal(made.ExportSubjectPublicKeyInfoPem(), key.PublicKey.ToPem());
    }

    [Theory]
    [InlineData(X25519Pem)]
    [InlineData(P521Pem)]
    public void A_key_of_another_kind_is_refused(string pem) =>
        Assert.Throws<CryptographicException>(() => Pkcs8FileKey.FromEncryptedPkcs8Pem(pem, Password));

    [Fact]
    public void An_RSA_key_of_1024_bits_is_refused()
    {
        using RSA rsa = RSA.Create(1024);
        string pem = rsa.ExportEncryptedPkcs8PrivateKeyPem(Password, NewKeys.Encryption);
        Assert.Throws<CryptographicException>(() => Pkcs8FileKey.FromEncryptedPkcs8Pem(pem, Password));
    }

    [Fact]
    public void A_key_signs_on_many_threads_at_once()
    {
        using AsymmetricAlgorithm made = NewKeys.Of(KeyAlgorithm.P256);
        using Pkcs8FileKey key = Pkcs8FileKey.FromEncryptedPkcs8Pem(made.ExportEncryptedPkcs8PrivateKeyPem(Password, NewKeys.Encryption), Password);
        int right = 0;
        Parallel.For(0, 2000, i =>
        {
            byte[] data = BitConverter.GetBytes(i);
            if (key.PublicKey.Verify(data, key.Sign(data)))
            {
                Interlocked.Increment(ref right);
            }
        });
        Assert.Equal(2000, right);
    }

    [Fact]
    public void A_disposed_key_signs_no_more()
    {
        Pkcs8FileKey key = Pkcs8FileKey.FromEncryptedPkcs8Pem(P256Pem, Password);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("claim"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----")]
    public void A_file_that_is_not_encrypted_is_refused(string pem) =>
        Assert.Throws<CryptographicException>(() => Pkcs8FileKey.FromEncryptedPkcs8Pem(pem, Password));
}
