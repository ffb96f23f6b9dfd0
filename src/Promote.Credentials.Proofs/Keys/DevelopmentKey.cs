using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A key whose private part everybody can read, from <c>keys-dev/</c>: for demonstrations and tests, never for Production.</summary>
public sealed class DevelopmentKey : SigningKey
{
    private readonly IEd25519Key _key;

    private DevelopmentKey(IEd25519Key key)
        : base(PublicKey.Of(key)) => _key = key;

    /// <inheritdoc/>
    public override bool IsDevelopment => true;

    /// <summary>
    /// Reads a JWK (RFC 8037 §2): <c>kty</c> OKP, <c>crv</c> Ed25519, <c>x</c> and <c>d</c>, and a <c>comment</c> that starts with TEST,
    /// so that a file which does not say what it is cannot become a key.
    /// </summary>
    /// <exception cref="FormatException">A member is missing or wrong, or <c>x</c> is not the public part of <c>d</c>.</exception>
    /// <exception cref="MalformedJsonException">The bytes are not strict JSON.</exception>
    public static DevelopmentKey Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = StrictJson.Parse(json);
        JsonElement jwk = document.RootElement;
        if (jwk.ValueKind != JsonValueKind.Object || !Text(jwk, "comment").StartsWith("TEST", StringComparison.Ordinal))
        {
            throw new FormatException("A development key carries a comment that starts with TEST.");
        }
        if (Text(jwk, "kty") != "OKP" || Text(jwk, "crv") != "Ed25519")
        {
            throw new FormatException("A development key has kty OKP and crv Ed25519.");
        }

        DevelopmentKey key = FromSeed(Octets(jwk, "d"));
        if (!key.PublicKey.Bytes.Span.SequenceEqual(Octets(jwk, "x")))
        {
            key.Dispose();
            throw new FormatException("The member x is not the public part of d.");
        }
        return key;
    }

    /// <summary>The key of a 32-byte seed; the seed is wiped.</summary>
    internal static DevelopmentKey FromSeed(Span<byte> seed)
    {
        try
        {
            return new DevelopmentKey(Ed25519Backend.Current.Import(seed));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <inheritdoc/>
    internal override byte[] Sign(ReadOnlySpan<byte> data)
    {
        byte[] signature = new byte[Ed25519Sizes.Signature];
        _key.Sign(data, signature);
        return signature;
    }

    /// <inheritdoc/>
    public override void Dispose() => _key.Dispose();

    private static string Text(JsonElement jwk, string name) =>
        jwk.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static byte[] Octets(JsonElement jwk, string name)
    {
        byte[] octets = new byte[Ed25519Sizes.Seed];
        return Base64Url.TryDecodeFromChars(Text(jwk, name), octets, out int written) && written == octets.Length
            ? octets
            : throw new FormatException($"The member {name} is not 32 bytes of base64url.");
    }
}
