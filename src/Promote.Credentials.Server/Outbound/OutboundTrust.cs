using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Server.Outbound;

/// <summary>Whose certificates are taken: those of the authorities that this machine trusts, for the host that was asked.</summary>
/// <param name="roots">Instead of the machine's authorities; for tests, whose servers nobody certifies.</param>
internal sealed class OutboundTrust(X509Certificate2Collection? roots = null)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public SslClientAuthenticationOptions Options() => new() { CertificateChainPolicy = Policy() };

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            // A certificate may name addresses of issuers and revocation lists. To fetch them would be another way for a stranger to
            // send us anywhere, and by plain http.
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
            ApplicationPolicy = { new Oid(ServerAuthentication) },
        };
        if (roots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(roots);
        }

        return policy;
    }
}
