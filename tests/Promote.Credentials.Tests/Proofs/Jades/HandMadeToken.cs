using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>Tokens that no honest authority would make.</summary>
internal static class HandMadeToken
{
    private const string TstInfo = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1");

    /// <summary>id-kp-timeStamping, critical (RFC 3161 §2.3).</summary>
    public static X509Extension Purpose(bool critical = true, string purpose = "1.3.6.1.5.5.7.3.8") => new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical);

    /// <summary>A token over the data with any time, signed by a certificate of this authority with these extensions, or with none.</summary>
    public static byte[] Make(TestAuthority authority, ReadOnlySpan<byte> data, DateTimeOffset at, params X509Extension[] extensions)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] der = authority.Certify(key, TestAuthority.Subject(organisation: "Clock"), TestAuthority.From, TestAuthority.Until, extensions);
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(der);
        using X509Certificate2 certificate = bare.CopyWithPrivateKey(key);
        var info = new Rfc3161TimestampTokenInfo(new Oid("1.2.3.4.1"), Sha256, SHA256.HashData(data), new byte[] { 1 }, at);
        var cms = new SignedCms(new ContentInfo(new Oid(TstInfo), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = Sha256 };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateId(der)));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>SigningCertificateV2 (RFC 5816 §2.2.1) with one ESSCertIDv2 of SHA-256.</summary>
    private static byte[] CertificateId(byte[] der)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(der));
        }
        return writer.Encode();
    }
}
