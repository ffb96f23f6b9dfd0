using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>A token of RFC 3161 §2.4.2: an authority's word that bytes existed at an instant.</summary>
internal sealed class TimeStampToken
{
    private readonly Rfc3161TimestampToken _token;
    private readonly HashAlgorithmName _hash;

    private TimeStampToken(Rfc3161TimestampToken token, HashAlgorithmName hash) => (_token, _hash) = (token, hash);

    public DateTimeOffset At => _token.TokenInfo.Timestamp;

    /// <summary>
    /// False for what is no token, one whose hash is none of SHA-256, SHA-384 and SHA-512, and one that brings a certificate along that
    /// is not for time-stamping or was not valid at the token's time: the framework reads no such token.
    /// </summary>
    public static bool TryRead(byte[] der, [NotNullWhen(true)] out TimeStampToken? token)
    {
        token = null;
        try
        {
            if (Rfc3161TimestampToken.TryDecode(der, out Rfc3161TimestampToken? read, out int consumed) && consumed == der.Length
                && HashOf(read.TokenInfo.HashAlgorithmId.Value) is { } hash)
            {
                token = new TimeStampToken(read, hash);
            }
        }
        catch (CryptographicException)
        {
            // No token: the caller says so.
        }
        return token is not null;
    }

    /// <summary>Whether the token is over these bytes and no others.</summary>
    public bool IsOver(ReadOnlySpan<byte> data) => _token.TokenInfo.GetMessageHash().Span.SequenceEqual(CryptographicOperations.HashData(_hash, data));

    /// <summary>
    /// The authority's certificate, if it signed the token, was valid at the token's time, is bound to it by its hash (RFC 5816 §2.2.1)
    /// and is for time-stamping and nothing else (RFC 3161 §2.3); null otherwise. The framework checks all of that. The certificate has to be disposed of.
    /// </summary>
    public X509Certificate2? FindAuthority(IEnumerable<X509Certificate2> others)
    {
        try
        {
            ReadOnlySpan<byte> hash = _token.TokenInfo.GetMessageHash().Span;
            bool signed = _token.VerifySignatureForHash(hash, _hash, out X509Certificate2? authority, [.. others]);
            // It may be one of the others, which are not the caller's to dispose of.
            return signed && SealCertificate.IsReadable(authority!) ? X509CertificateLoader.LoadCertificate(authority!.RawData) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The certificates that came inside; they have to be disposed of.</summary>
    public X509Certificate2[] Certificates => [.. _token.AsSignedCms().Certificates.Where(SealCertificate.IsReadable)];

    /// <summary>The time for a sentence.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static HashAlgorithmName? HashOf(string? oid) => oid switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
