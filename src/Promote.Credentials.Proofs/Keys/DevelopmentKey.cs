using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A key whose private part everybody can read, from <c>keys-dev/</c>: for demonstrations and tests, never for Production.</summary>
public sealed class DevelopmentKey : SigningKey
{
    private readonly PrivateKey _key;

    private DevelopmentKey(PrivateKey key, IReadOnlyList<ReadOnlyMemory<byte>> certificates)
        : base(key.PublicKey)
    {
        _key = key;
        Certificates = certificates;
    }

    /// <inheritdoc/>
    public override bool IsDevelopment => true;

    /// <summary>The certificates in DER, the key's own first; empty where the file has none. A seal has one.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>
    /// Reads a private JWK (RFC 7518 §6, RFC 8037 §2), a seal's with its certificates (<c>x5c</c>, RFC 7517 §4.7). It has a
    /// <c>comment</c> that starts with TEST, so that a file which does not say what it is cannot become a key.
    /// </summary>
    /// <exception cref="FormatException">A member is missing or wrong, or the public members do not belong to the private ones.</exception>
    /// <exception cref="MalformedJsonException">The bytes are not strict JSON.</exception>
    public static DevelopmentKey Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = StrictJson.Parse(json);
        JsonElement jwk = document.RootElement;
        if (jwk.ValueKind != JsonValueKind.Object || !PublicJwk.Text(jwk, "comment").StartsWith("TEST", StringComparison.Ordinal))
        {
            throw new FormatException("A development key carries a comment that starts with TEST.");
        }
        try
        {
            return new DevelopmentKey(PrivateJwk.Read(jwk), ReadCertificates(jwk));
        }
        catch (CryptographicException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>The Ed25519 key of a 32-byte seed; the seed is wiped.</summary>
    internal static DevelopmentKey FromSeed(Span<byte> seed) => new(Ed25519PrivateKey.FromSeed(seed), []);

    /// <inheritdoc/>
    internal override byte[] Sign(ReadOnlySpan<byte> data) => _key.Sign(data);

    /// <inheritdoc/>
    public override void Dispose() => _key.Dispose();

    private static ReadOnlyMemory<byte>[] ReadCertificates(JsonElement jwk) => jwk.TryGetProperty("x5c", out JsonElement chain)
        ? [.. chain.EnumerateArray().Select(certificate => (ReadOnlyMemory<byte>)certificate.GetBytesFromBase64())]
        : [];
}
