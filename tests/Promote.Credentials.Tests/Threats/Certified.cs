using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Tests.Proofs.Jades;

namespace Promote.Credentials.Tests.Threats;

/// <summary>A key and a certificate for it, right or wrong in one thing, which can certify others in turn.</summary>
internal sealed class Certified : IDisposable
{
    private static readonly DateTimeOffset From = TestAuthority.From;
    private static readonly DateTimeOffset Until = TestAuthority.Until;

    private Certified(ECDsa key, X509Certificate2 certificate) => (Key, Certificate) = (key, certificate);

    public ECDsa Key { get; }

    public X509Certificate2 Certificate { get; }

    public byte[] Der => Certificate.RawData;

    /// <summary>The extensions of an authority.</summary>
    public static X509Extension[] OfAuthority(int? pathLength = null) =>
    [
        new X509BasicConstraintsExtension(true, pathLength is not null, pathLength ?? 0, true),
        new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true),
    ];

    /// <summary>The extensions of a certificate that seals.</summary>
    public static X509Extension[] OfSeal(X509KeyUsageFlags usage = X509KeyUsageFlags.NonRepudiation) =>
        [new X509BasicConstraintsExtension(false, false, 0, true), new X509KeyUsageExtension(usage, true)];

    public static X509Extension Purpose(params string[] oids)
    {
        var purposes = new OidCollection();
        foreach (var oid in oids)
        {
            purposes.Add(new Oid(oid));
        }

        return new X509EnhancedKeyUsageExtension(purposes, critical: false);
    }

    /// <summary>A certificate by its own key.</summary>
    public static Certified BySelf(X500DistinguishedName subject, X509Extension[] extensions, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(key, subject, extensions);
        return new Certified(key, request.Create(subject, X509SignatureGenerator.CreateForECDsa(key), from ?? From, until ?? Until, Serial()));
    }

    /// <summary>A certificate by this key, for a new key or for one that has another certificate already.</summary>
    public Certified Certify(X500DistinguishedName subject, X509Extension[] extensions, DateTimeOffset? from = null, DateTimeOffset? until = null, ECDsa? key = null)
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(key, subject, extensions);
        return new Certified(key, request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(Key), from ?? From, until ?? Until, Serial()));
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Key.Dispose();
    }

    private static CertificateRequest Request(ECDsa key, X500DistinguishedName subject, X509Extension[] extensions)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        foreach (var extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        return request;
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(12);
        serial[0] = (byte)((serial[0] & 0x7F) | 1);
        return serial;
    }
}
