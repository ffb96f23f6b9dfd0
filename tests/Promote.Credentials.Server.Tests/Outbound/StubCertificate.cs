using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Server.Tests.Outbound;

/// <summary>The certificate of the stub, made by itself: whoever trusts it trusts nobody else.</summary>
internal static class StubCertificate
{
    public static X509Certificate2 Instance { get; } = Make();

    public static X509Certificate2Collection Roots => [X509CertificateLoader.LoadCertificate(Instance.RawData)];

    /// <summary>A certificate of an authority that nobody has, whose own certificate lies at an address.</summary>
    public static X509Certificate2 OfUnknownAuthority(X509Certificate2 authority, string whereTheAuthorityLies)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(key);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [whereTheAuthorityLies]));
        using var issued = request.Create(authority, authority.NotBefore, authority.NotAfter, [1, 2, 3, 4]);
        return issued.CopyWithPrivateKey(key);
    }

    public static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of the stub", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-2), TimeProvider.System.GetUtcNow().AddDays(2));
    }

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(key).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private static CertificateRequest Request(ECDsa key)
    {
        var request = new CertificateRequest("CN=stub", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in (string[])["stub.example", "twin.example", "localhost", "xn--caf-dma.example"])
        {
            names.AddDnsName(name);
        }

        names.AddIpAddress(IPAddress.Parse(TestNetwork.PublicAddress));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }
}
