using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>A sealed document that was read and not verified yet. See <see cref="JadesSeal.TryRead"/>.</summary>
public sealed class SealReading
{
    private readonly byte[] _payload;
    private readonly SealHeader _header;
    private readonly byte[] _signature;

    internal SealReading(byte[] payload, string protectedHeader, SealHeader header, IReadOnlyList<SealEntry> entries, string signatureText, byte[] signature)
    {
        (_payload, ProtectedHeader, _header, Entries, SignatureText, _signature) = (payload, protectedHeader, header, entries, signatureText, signature);
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(header.Certificates[0]);
        Sealer = SealSubject.NameIn(leaf);
        Subject = SealSubject.TryRead(leaf, out SealSubject? subject, out _) ? subject : null;
        (ValidFrom, ValidUntil) = (SealKey.ValidFromOf(leaf), SealKey.ValidUntilOf(leaf));
        IsTest = SealCertificate.IsTest(leaf);
    }

    /// <summary>The bytes that were sealed. Whatever is shown or stored comes from them, never from the text around them.</summary>
    public ReadOnlyMemory<byte> Payload => _payload;

    /// <summary>The signer's certificate in DER. Who it names counts only when the report says that it is anchored.</summary>
    public ReadOnlyMemory<byte> Certificate => _header.Certificates[0];

    /// <summary>Whom the certificate names, for people.</summary>
    public string Sealer { get; }

    /// <summary>The organisation that the certificate names; null where it is no certificate for seals of organisations.</summary>
    public SealSubject? Subject { get; }

    /// <summary>The first instant at which the certificate is valid.</summary>
    public DateTimeOffset ValidFrom { get; }

    /// <summary>The last second in which the certificate is valid.</summary>
    public DateTimeOffset ValidUntil { get; }

    /// <summary>Whether the certificate says that it is a test.</summary>
    public bool IsTest { get; }

    /// <summary>When the signer says that it signed, which proves nothing.</summary>
    public DateTimeOffset ClaimedAt => _header.SigningTime;

    /// <summary>How many revocation lists are embedded. They are counted, not judged.</summary>
    public int EmbeddedCrls => Entries.Sum(entry => entry.Crls);

    /// <summary>How many OCSP answers are embedded. They are counted, not judged.</summary>
    public int EmbeddedOcspAnswers => Entries.Sum(entry => entry.OcspAnswers);

    internal string ProtectedHeader { get; }

    internal IReadOnlyList<SealEntry> Entries { get; }

    internal IReadOnlyList<byte[]> Certificates => _header.Certificates;

    internal IReadOnlyList<byte[]> ContentTimeStamps => _header.ContentTimeStamps;

    internal string SignatureText { get; }

    /// <summary>The verdict. Nothing in the seal makes this throw.</summary>
    /// <param name="trustAnchors">Whom the operator trusts; none to learn only whether the seal is intact.</param>
    /// <param name="now">The instant at which the certificate is judged where no trusted time-stamp proves an earlier one.</param>
    public SealReport Verify(IReadOnlyList<SealTrustAnchor> trustAnchors, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(trustAnchors);
        return SealVerifier.Verify(this, trustAnchors, now);
    }

    internal bool SignatureFits(X509Certificate2 leaf) =>
        _header.Algorithm.Verify(leaf, SealDocument.SigningInput(ProtectedHeader, _payload), _signature);

    /// <summary>What a token has to be over (ETSI TS 119 182-1 §5.2.6, §5.3.4, §5.3.6.2).</summary>
    /// <param name="kind">The token's place.</param>
    /// <param name="entry">For an archive time-stamp, its index in <c>etsiU</c>: it is over those before it.</param>
    internal byte[] Imprinted(TimeStampKind kind, int entry = 0) => kind switch
    {
        TimeStampKind.Content => _payload,
        TimeStampKind.Signature => Encoding.ASCII.GetBytes(SignatureText),
        _ => [.. _payload, .. Encoding.ASCII.GetBytes($".{ProtectedHeader}.{SignatureText}.{string.Concat(Entries.Take(entry).Select(one => one.Text))}")],
    };
}
