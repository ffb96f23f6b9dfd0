using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>A certificate that the operator trusts: of an authority that issues seals or time-stamps, or of one above it.</summary>
public sealed class SealTrustAnchor
{
    private SealTrustAnchor(X509Certificate2 certificate, bool isQualified) => (Certificate, IsQualified) = (certificate, isQualified);

    /// <summary>Whether the operator found it in a trusted list (ETSI TS 119 612) as one that issues qualified seal certificates.</summary>
    public bool IsQualified { get; }

    /// <summary>Whom it names.</summary>
    public string Name => SealSubject.NameIn(Certificate);

    internal X509Certificate2 Certificate { get; }

    /// <summary>Reads a certificate in DER; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> der, bool isQualified, [NotNullWhen(true)] out SealTrustAnchor? anchor)
    {
        anchor = SealCertificate.TryLoad(der, out X509Certificate2? certificate) ? new SealTrustAnchor(certificate, isQualified) : null;
        return anchor is not null;
    }

    /// <summary>Whether this is the anchor's certificate, byte for byte.</summary>
    internal bool Is(X509Certificate2 certificate) => Certificate.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span);
}
