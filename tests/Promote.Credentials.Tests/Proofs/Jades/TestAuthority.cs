using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>An authority of these tests that issues certificates of every kind.</summary>
internal sealed class TestAuthority : IDisposable
{
    public static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Until = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestAuthority(string name = "Authority")
    {
        var request = new CertificateRequest(Subject("RO", name, null, name), _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _certificate = request.CreateSelfSigned(From.AddYears(-10), Until.AddYears(30));
    }

    public byte[] Der => _certificate.RawData;

    public SealTrustAnchor Anchor(bool isQualified = false) =>
        SealTrustAnchor.TryRead(Der, isQualified, out SealTrustAnchor? anchor) ? anchor : throw new InvalidDataException();

    public static X500DistinguishedName Subject(string? country = "RO", string? organisation = "CoVE", string? identifier = "VATRO-12345678", string? commonName = "CoVE seal")
    {
        var name = new X500DistinguishedNameBuilder();
        if (country is not null)
        {
            name.Add("2.5.4.6", country, UniversalTagNumber.PrintableString);
        }
        if (organisation is not null)
        {
            name.AddOrganizationName(organisation);
        }
        if (identifier is not null)
        {
            name.Add("2.5.4.97", identifier);
        }
        if (commonName is not null)
        {
            name.AddCommonName(commonName);
        }
        return name.Build();
    }

    /// <summary>A seal whose certificate this authority issued.</summary>
    public SealKey Issue(X500DistinguishedName? subject = null, DateTimeOffset? from = null, DateTimeOffset? until = null, params X509Extension[] extensions)
    {
        using ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] certificate = Certify(made, subject ?? Subject(), from ?? From, until ?? Until, extensions);
        return SealKey.Of(Signing(made), [certificate]);
    }

    /// <summary>A certificate for a key.</summary>
    public byte[] Certify(ECDsa key, X500DistinguishedName subject, DateTimeOffset from, DateTimeOffset until, params X509Extension[] extensions)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        foreach (X509Extension extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }
        using X509Certificate2 certificate = request.Create(_certificate, from, until, RandomNumberGenerator.GetBytes(12));
        return certificate.RawData;
    }

    /// <summary>The key as a file of it is opened.</summary>
    public static SigningKey Signing(AsymmetricAlgorithm made) =>
        Pkcs8FileKey.FromEncryptedPkcs8Pem(made.ExportEncryptedPkcs8PrivateKeyPem("new", NewKeys.Encryption), "new");

    /// <summary>qcStatements (ETSI EN 319 412-5): QcCompliance, and QcType with these types.</summary>
    public static X509Extension QcStatements(bool compliance, params string[] types)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (compliance)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("0.4.0.1862.1.1");
                }
            }
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("0.4.0.1862.1.6");
                using (writer.PushSequence())
                {
                    foreach (string type in types)
                    {
                        writer.WriteObjectIdentifier(type);
                    }
                }
            }
        }
        return new X509Extension("1.3.6.1.5.5.7.1.3", writer.Encode(), critical: false);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
