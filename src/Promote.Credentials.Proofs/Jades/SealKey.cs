using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Proofs.Keys;
using PublicKey = Promote.Credentials.Proofs.Keys.PublicKey;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>A signing key with the certificate that says whose it is: what an organisation seals with. The key is RSA or P-256.</summary>
public sealed class SealKey : IDisposable
{
    private readonly SigningKey _key;

    private SealKey(SigningKey key, SealSubject subject, X509Certificate2 leaf, IReadOnlyList<ReadOnlyMemory<byte>> chain)
    {
        _key = key;
        Subject = subject;
        Certificate = leaf.RawData;
        Chain = chain;
        ValidFrom = ValidFromOf(leaf);
        ValidUntil = ValidUntilOf(leaf);
        KeyId = IssuerSerial.Of(leaf);
        Thumbprint = ThumbprintOf(leaf.RawData);
    }

    /// <summary>Whom the certificate names.</summary>
    public SealSubject Subject { get; }

    /// <summary>The certificate in DER.</summary>
    public ReadOnlyMemory<byte> Certificate { get; }

    /// <summary>The other certificates that came with it, in DER: those of authorities. They are not written into seals.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; }

    /// <summary>The first instant at which the certificate is valid.</summary>
    public DateTimeOffset ValidFrom { get; }

    /// <summary>The last second in which the certificate is valid (RFC 5280 §4.1.2.5 counts it in).</summary>
    public DateTimeOffset ValidUntil { get; }

    /// <summary>What checks the signature of a seal.</summary>
    public PublicKey PublicKey => _key.PublicKey;

    /// <summary>Whether the private part is published in <c>keys-dev/</c>, so that a start in Production must refuse the seal.</summary>
    public bool IsDevelopment => _key.IsDevelopment;

    /// <summary>The protected header's <c>kid</c>.</summary>
    internal string KeyId { get; }

    /// <summary>The protected header's <c>x5t#S256</c>.</summary>
    internal string Thumbprint { get; }

    /// <summary>Makes a seal of a key and its certificates in DER, the key's own first. The key is the seal's from here on.</summary>
    /// <exception cref="CryptographicException">
    /// The key is neither RSA nor P-256, there is no certificate, it is of another key or not for signatures, or its subject does not name
    /// an organisation. The message says what to change. The key is disposed of.
    /// </exception>
    public static SealKey Of(SigningKey key, IReadOnlyList<ReadOnlyMemory<byte>> certificates)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(certificates);
        try
        {
            if (certificates.Count == 0)
            {
                throw new CryptographicException("There is no certificate beside the key: a seal needs the one that was issued for it.");
            }
            using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(certificates[0].Span);
            return new SealKey(key, Check(key, leaf), leaf, [.. certificates.Skip(1)]);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>SHA-256 of a certificate's DER in base64url (RFC 7515 §4.1.8).</summary>
    internal static string ThumbprintOf(ReadOnlySpan<byte> certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate));

    /// <summary>notBefore as an instant.</summary>
    internal static DateTimeOffset ValidFromOf(X509Certificate2 certificate) => new(certificate.NotBefore.ToUniversalTime());

    /// <summary>notAfter as an instant.</summary>
    internal static DateTimeOffset ValidUntilOf(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    /// <summary>See <see cref="SigningKey.Sign"/>.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> data) => _key.Sign(data);

    /// <summary>Wipes the private part.</summary>
    public void Dispose() => _key.Dispose();

    private static SealSubject Check(SigningKey key, X509Certificate2 leaf)
    {
        if (key.PublicKey.Algorithm is not (KeyAlgorithm.Rsa or KeyAlgorithm.P256))
        {
            throw new CryptographicException($"A seal is made by RSA or P-256, not by {key.PublicKey.Algorithm}.");
        }
        if (!PublicKey.TryFromSubjectPublicKeyInfo(leaf.PublicKey.ExportSubjectPublicKeyInfo(), out PublicKey? certified) || certified.Multikey != key.PublicKey.Multikey)
        {
            throw new CryptographicException($"The certificate of \"{SealSubject.NameIn(leaf)}\" is of another key than the one beside it.");
        }
        if (!SealCertificate.IsForSignatures(leaf))
        {
            throw new CryptographicException($"The certificate of \"{SealSubject.NameIn(leaf)}\" is not for signatures: {SealCertificate.NotForSignatures}.");
        }
        return SealSubject.TryRead(leaf, out SealSubject? subject, out string error) ? subject : throw new CryptographicException(error);
    }
}
