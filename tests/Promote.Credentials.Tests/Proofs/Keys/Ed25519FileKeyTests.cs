using System.Security.Cryptography;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

public sealed class Ed25519FileKeyTests
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

    /// <summary>TEST key of another kind: P-256, encrypted alike.</summary>
    private const string P256Pem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAisbbM10pz1YQICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEDhIIMKusmd5vaEr4prTyqEEgZCK
        1UQ2U34UkV84zHJ+z6iJP708vsna/FYi8PZYvekS7ev+uZkA7HyafTz8Uet8DlZm
        2aU4h/XXj9BTTLKCpp9Rwgj+grvg+rOEflKGwBpew7Ewx9yecbj6dvkz/W4wPz/X
        8CBq3XtooJZ7GMOS1ouYWMS40d8sG20Ut46QOBa3rHtThp47WJztzOcAiP32J1E=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    [Fact]
    public void A_file_that_openssl_wrote_becomes_a_production_key()
    {
        using Ed25519FileKey key = Ed25519FileKey.FromEncryptedPkcs8Pem(Pem, Password);
        Assert.Equal("9f0c2fbca46944129757a424fc0fae5e508beeab83e190e53c3a30f6fce6e492", Convert.ToHexStringLower(key.PublicKey.Bytes.Span));
        Assert.False(key.IsDevelopment);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
    }

    [Fact]
    public void Text_around_the_block_is_passed_over()
    {
        using Ed25519FileKey key = Ed25519FileKey.FromEncryptedPkcs8Pem("Key of the ministry\n-----BEGIN NOTE-----\nAAAA\n-----END NOTE-----\n" + Pem, Password);
        Assert.NotNull(key.PublicKey);
    }

    [Fact]
    public void A_wrong_password_opens_nothing() =>
        Assert.ThrowsAny<CryptographicException>(() => Ed25519FileKey.FromEncryptedPkcs8Pem(Pem, "correct-mule"));

    [Fact]
    public void A_key_of_another_kind_is_refused() =>
        Assert.Throws<CryptographicException>(() => Ed25519FileKey.FromEncryptedPkcs8Pem(P256Pem, Password));

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----")]
    public void A_file_that_is_not_encrypted_is_refused(string pem) =>
        Assert.Throws<CryptographicException>(() => Ed25519FileKey.FromEncryptedPkcs8Pem(pem, Password));
}
