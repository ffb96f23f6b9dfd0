using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>What is asked of a certificate that somebody sealed with.</summary>
internal static partial class SealCertificate
{
    /// <summary>Why <see cref="IsForSignatures"/> is not so, behind a colon.</summary>
    public const string NotForSignatures = "its keyUsage has neither digitalSignature nor nonRepudiation, or its extKeyUsage is for something else than documents";

    /// <summary>
    /// What signing documents is called in extKeyUsage: documentSigning (RFC 9336), emailProtection (RFC 5280 §4.2.1.12), which seals had
    /// before it, the names of Microsoft and Adobe, and anyExtendedKeyUsage.
    /// </summary>
    private static readonly string[] Documents = ["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4", "1.3.6.1.4.1.311.10.3.12", "1.2.840.113583.1.1.5", "2.5.29.37.0"];

    /// <summary>RFC 5280 §4.2.1.3, §4.2.1.12: a certificate without keyUsage or extKeyUsage is for everything; one for a web site is for no document.</summary>
    public static bool IsForSignatures(X509Certificate2 certificate)
    {
        const X509KeyUsageFlags Signatures = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        return certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & Signatures) != 0)
            && certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().All(purposes => purposes.EnhancedKeyUsages.OfType<Oid>().Any(purpose => Documents.Contains(purpose.Value)));
    }

    /// <summary>Whether the subject says that all this is a test: then nothing is qualified, whoever issued it.</summary>
    public static bool IsTest(X509Certificate2 certificate) => Test().IsMatch(certificate.Subject);

    /// <summary>A certificate and nothing behind it, of which every part that is asked for later can be read.</summary>
    public static bool TryLoad(ReadOnlySpan<byte> der, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        try
        {
            certificate = X509CertificateLoader.LoadCertificate(der);
            if (certificate.RawDataMemory.Span.SequenceEqual(der) && IsReadable(certificate))
            {
                return true;
            }
            certificate.Dispose();
        }
        catch (CryptographicException)
        {
            // No certificate: the caller says so.
        }
        certificate = null;
        return false;
    }

    /// <summary>The framework reads the parts of a certificate when they are asked for, and throws then. A stranger's certificate is asked here, once.</summary>
    public static bool IsReadable(X509Certificate2 certificate)
    {
        try
        {
            _ = SealKey.ValidFromOf(certificate) <= SealKey.ValidUntilOf(certificate);
            _ = certificate.Subject.Length + certificate.Issuer.Length + certificate.PublicKey.ExportSubjectPublicKeyInfo().Length;
            _ = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Sum(purposes => purposes.EnhancedKeyUsages.Count);
            return certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => usage.KeyUsages >= X509KeyUsageFlags.None);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"(?<!\p{L})TEST(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Test();
}
