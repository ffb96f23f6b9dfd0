using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

public sealed class Pkcs12FileKeyTests
{
    private const string Password = "correct-horse";

    /// <summary>TEST key of P-256 with its certificate: <c>openssl pkcs12 -export -passout pass:correct-horse</c>.</summary>
    private const string OpenSsl = """
        MIIEDAIBAzCCA8IGCSqGSIb3DQEHAaCCA7MEggOvMIIDqzCCAmIGCSqGSIb3DQEHBqCCAlMwggJPAgEAMIICSAYJKoZIhvcNAQcB
        MFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg8LgoKeMAsswICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEAlf
        fqc6wIBs3+lhi8J4FLuAggHgJU9uIxVj3s9+ZZ0CC59QaLjuN/u/HEmh1Qd9uKYxcBb0se7V3WbtUOgzPg+REcisXfF5I9vtfMY5
        mBgvGGLnmzy9+HszYh1929G+qDHRHUMtUam0sWIRLLs8P4jBWYbLATzxDJixQ8gBW1GKCBXIIc6zVQgGDihmBq+UZl2YylSEguYR
        m5C6XfRrVkHz+WYofnhTW8sTlNk29VRKVZLFhjF1RwsVbUY+CM0r3hadivGmKcRT7VjBu7b3zwFVF3mOMW47synnv9sKMV0do8yw
        SUcp60lTDmHnlm88WUxRh6llNwc4A0JZTu/HmdgMo388vNL6xnxflsSkA2zaND2ypGdwPPIp6LmqxAfoF4JRQ6A4fhw367CkHAYt
        GEf7mFG+69Ao+7D6n0P9LWr5TnVrORaychlxlRSn1iMSbt4N4gUcaxOcwOoNCgfRfdGSsc4jQhkKiytiKA86EpJ97rTmye3mQe31
        0FlUER74bf05Gj1X7jaV5wCwkcWBYAIck01of927pZafesCN6E9oSdRwU69CaPExhkLfJmbK60prjx9xZcVoMF8bNIkexQnu5Yxd
        7EUOkIC7w9k6B59ASdAptFdO+Kq8AnNQlZsrG8p/AiManjsS6I9L43QCAScCgGnNMIIBQQYJKoZIhvcNAQcBoIIBMgSCAS4wggEq
        MIIBJgYLKoZIhvcNAQwKAQKgge8wgewwVwYJKoZIhvcNAQUNMEowKQYJKoZIhvcNAQUMMBwECKYrzNXPeMOBAgIIADAMBggqhkiG
        9w0CCQUAMB0GCWCGSAFlAwQBKgQQ26iMlvzkIRpEDIrW7iaPYwSBkPVl+RYAPFwjhZX/ZVCzu33bWZYYoFOC3hVq8VHFjP9ufMft
        k76e5jQvSt9O3cMqgXWuJoB/LVZmVpQNsvu1juYLpV03Dec7Xb0JT1HDtYfG3kT5KLydpXbsKJleNBr6oiwJsVTtggU1DnBnpwqx
        z2eilrHMFIV+PreZgeH6+6jSOYDO+vmhZHI5UaK5kNtRHTElMCMGCSqGSIb3DQEJFTEWBBTX4XevNNVkm07/9qTQvR3vb7eZUzBB
        MDEwDQYJYIZIAWUDBAIBBQAEIAz3z0S78sGHsMzdc3tZi+LC9VSDyMgYr5Xa/G6DAQ/mBAjHvxpnhBEnRgICCAA=
        """;

    [Fact]
    public void A_file_that_openssl_wrote_becomes_a_production_key_with_its_certificate()
    {
        using Pkcs12FileKey key = Pkcs12FileKey.FromPkcs12(Convert.FromBase64String(OpenSsl), Password);
        Assert.Equal(KeyAlgorithm.P256, key.PublicKey.Algorithm);
        Assert.False(key.IsDevelopment);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Assert.Single(key.Certificates).Span);
        Assert.Equal("CN=TEST seal", certificate.Subject);
    }

    [Theory]
    [InlineData(KeyAlgorithm.P256)]
    [InlineData(KeyAlgorithm.P384)]
    [InlineData(KeyAlgorithm.Rsa)]
    public void A_file_without_a_certificate_becomes_a_key(KeyAlgorithm algorithm)
    {
        using AsymmetricAlgorithm made = NewKeys.Of(algorithm);
        using Pkcs12FileKey key = Pkcs12FileKey.FromPkcs12(File(contents => contents.AddShroudedKey(made, Password, NewKeys.Encryption)), Password);
        Assert.Equal(made.ExportSubjectPublicKeyInfoPem(), key.PublicKey.ToPem());
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
        Assert.Empty(key.Certificates);
    }

    [Fact]
    public void The_certificate_of_the_key_comes_first()
    {
        using ECDsa ca = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 other = Certificate(ca, "CN=TEST ca");
        using X509Certificate2 own = Certificate(made, "CN=TEST own");
        byte[] file = File(contents =>
        {
            contents.AddShroudedKey(made, Password, NewKeys.Encryption);
            contents.AddCertificate(other);
            contents.AddCertificate(own);
        });
        using Pkcs12FileKey key = Pkcs12FileKey.FromPkcs12(file, Password);
        Assert.Equal([own.RawData, other.RawData], key.Certificates.Select(der => der.ToArray()));
    }

    [Fact]
    public void A_file_whose_certificates_are_of_other_keys_is_refused()
    {
        using ECDsa ca = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using AsymmetricAlgorithm made = NewKeys.Of(KeyAlgorithm.P256);
        using X509Certificate2 other = Certificate(ca, "CN=TEST ca");
        AssertRefused("certificates", File(contents =>
        {
            contents.AddShroudedKey(made, Password, NewKeys.Encryption);
            contents.AddCertificate(other);
        }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_file_with_another_number_of_keys_than_one_is_refused(int count)
    {
        using AsymmetricAlgorithm made = NewKeys.Of(KeyAlgorithm.P256);
        AssertRefused($"{count} keys", File(contents =>
        {
            for (int i = 0; i < count; i++)
            {
                contents.AddShroudedKey(made, Password, NewKeys.Encryption);
            }
        }));
    }

    [Fact]
    public void A_key_that_is_not_encrypted_is_refused()
    {
        using AsymmetricAlgorithm made = NewKeys.Of(KeyAlgorithm.P256);
        AssertRefused("not encrypted", File(contents => contents.AddKeyUnencrypted(made)));
    }

    [Fact]
    public void A_file_without_a_MAC_is_refused()
    {
        using AsymmetricAlgorithm made = NewKeys.Of(KeyAlgorithm.P256);
        var contents = new Pkcs12SafeContents();
        contents.AddShroudedKey(made, Password, NewKeys.Encryption);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(contents);
        builder.SealWithoutIntegrity();
        AssertRefused("changed", builder.Encode());
    }

    [Fact]
    public void A_wrong_password_or_a_changed_file_opens_nothing()
    {
        byte[] file = Convert.FromBase64String(OpenSsl);
        Assert.Throws<CryptographicException>(() => Pkcs12FileKey.FromPkcs12(file, "correct-mule"));
        Assert.ThrowsAny<CryptographicException>(() => Pkcs12FileKey.FromPkcs12((byte[])[.. file, 0], Password));
        Assert.ThrowsAny<CryptographicException>(() => Pkcs12FileKey.FromPkcs12(file.AsMemory(0, 40), Password));
        file[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => Pkcs12FileKey.FromPkcs12(file, Password));
    }

    private static byte[] File(Action<Pkcs12SafeContents> fill)
    {
        var contents = new Pkcs12SafeContents();
        fill(contents);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsEncrypted(contents, Password, NewKeys.Encryption);
        builder.SealWithMac(Password, HashAlgorithmName.SHA256, 1000);
        return builder.Encode();
    }

    private static X509Certificate2 Certificate(ECDsa key, string subject) =>
        new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));

    private static void AssertRefused(string why, byte[] file) =>
        Assert.Contains(why, Assert.Throws<CryptographicException>(() => Pkcs12FileKey.FromPkcs12(file, Password)).Message, StringComparison.Ordinal);
}
