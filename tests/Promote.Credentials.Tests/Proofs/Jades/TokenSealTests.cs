using System.Text;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Proofs.Keys.Pkcs11;
using Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>A seal whose key never leaves its token, with its certificate beside it there.</summary>
[Collection(TokensCollection.Name)]
[Trait("needs", "softhsm")]
public sealed class TokenSealTests : IDisposable
{
    private readonly Pkcs11Token _token = Tokens.Open(Tokens.Main);

    [TheoryNeedsSoftHsm]
    [InlineData("cove-ro.seal", KeyAlgorithm.Rsa)]
    [InlineData("cove-ro.seal-2027", KeyAlgorithm.P256)]
    public void A_key_and_a_certificate_on_a_token_seal(string label, KeyAlgorithm algorithm)
    {
        Pkcs11Key key = Pkcs11Key.Open(_token, label);
        using SealKey seal = SealKey.Of(key, [key.ReadCertificate()]);
        Assert.Equal(algorithm, seal.PublicKey.Algorithm);
        Assert.False(seal.IsDevelopment);
        Assert.Equal(new SealSubject("RO", "CoVE", "VATRO-12345678", "CoVE seal"), seal.Subject);

        Assert.True(JadesSeal.TryRead(JadesSeal.Sign("{}"u8, seal, DevelopmentSeals.Now), out SealReading? read, out string error), error);
        Assert.Equal("{}", Encoding.UTF8.GetString(read.Payload.Span));
        Assert.True(read.Verify([], DevelopmentSeals.Now).Intact.Holds);
    }

    [FactNeedsSoftHsm]
    public void The_certificates_of_a_token_are_found_by_their_labels() =>
        Assert.Equal(["cove-ro.seal", "cove-ro.seal-2027"], _token.CertificateLabels());

    [FactNeedsSoftHsm]
    public void A_key_without_a_certificate_beside_it_is_no_seal()
    {
        using Pkcs11Key key = Pkcs11Key.Open(_token, "p256");
        Assert.Equal(
            "The token has no certificate beside the key \"p256\": write it there, with the same CKA_ID.",
            Assert.Throws<KeyUnavailableException>(() => key.ReadCertificate()).Message);
    }

    public void Dispose() => _token.Dispose();
}
