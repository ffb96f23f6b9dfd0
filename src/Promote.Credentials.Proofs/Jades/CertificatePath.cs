using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>The way from a certificate to a trust anchor (RFC 5280 §6), without network: nothing is fetched, and revocation is not asked for.</summary>
/// <param name="Anchor">Where it ends; null where it leads nowhere.</param>
/// <param name="Sentence">Why.</param>
internal sealed record CertificatePath(SealTrustAnchor? Anchor, string Sentence)
{
    /// <summary>What says only that the way does not end at a root of itself: an anchor need not be one.</summary>
    private const X509ChainStatusFlags OfTheEnd = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    /// <summary>Looks for a way at an instant, over other certificates that may help and are not trusted.</summary>
    public static CertificatePath Find(X509Certificate2 leaf, IEnumerable<X509Certificate2> others, IReadOnlyList<SealTrustAnchor> anchors, DateTimeOffset at)
    {
        if (anchors.Count == 0)
        {
            return new CertificatePath(null, "No trust anchor is configured, so nobody vouches for the certificate.");
        }
        using var chain = new X509Chain { ChainPolicy = Policy(others, anchors, at) };
        try
        {
            chain.Build(leaf);
        }
        catch (CryptographicException)
        {
            return new CertificatePath(null, "The way from the certificate to a trust anchor cannot be followed.");
        }
        return Judge(chain, anchors, at);
    }

    private static X509ChainPolicy Policy(IEnumerable<X509Certificate2> others, IReadOnlyList<SealTrustAnchor> anchors, DateTimeOffset at)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            // Whether the end is an anchor is judged here: the framework takes only roots of themselves.
            VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority,
            VerificationTime = at.UtcDateTime,
        };
        policy.ExtraStore.AddRange(others.ToArray());
        foreach (SealTrustAnchor anchor in anchors)
        {
            policy.CustomTrustStore.Add(anchor.Certificate);
        }
        return policy;
    }

    /// <summary>Every certificate up to the first anchor has to be right; what stands above it does not matter.</summary>
    private static CertificatePath Judge(X509Chain chain, IReadOnlyList<SealTrustAnchor> anchors, DateTimeOffset at)
    {
        foreach (X509ChainElement element in chain.ChainElements)
        {
            X509ChainStatusFlags wrong = element.ChainElementStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) & ~OfTheEnd;
            if (wrong != X509ChainStatusFlags.NoError)
            {
                return new CertificatePath(null, Describe(element.Certificate, wrong, at));
            }
            if (anchors.FirstOrDefault(anchor => anchor.Is(element.Certificate)) is { } anchor)
            {
                return new CertificatePath(anchor, $"The certificate of \"{SealSubject.NameIn(chain.ChainElements[0].Certificate)}\" leads to the trust anchor \"{anchor.Name}\".");
            }
        }
        return new CertificatePath(null, $"The certificate of \"{SealSubject.NameIn(chain.ChainElements[0].Certificate)}\" leads to none of the configured trust anchors.");
    }

    private static string Describe(X509Certificate2 certificate, X509ChainStatusFlags wrong, DateTimeOffset at) =>
        wrong.HasFlag(X509ChainStatusFlags.NotTimeValid)
            ? $"The certificate of \"{SealSubject.NameIn(certificate)}\" is valid from {Day(SealKey.ValidFromOf(certificate))} to {Day(SealKey.ValidUntilOf(certificate))}, not on {Day(at)}."
            : $"The certificate of \"{SealSubject.NameIn(certificate)}\" does not follow from the one above it ({wrong}).";

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
