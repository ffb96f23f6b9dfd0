using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>
/// The development key over P-256, whose signatures get what was changed past the verifier. Its nonce is always 1: the signatures are
/// right, the same each time and nearly free, and give the private key away, which lies in the repository anyhow.
/// </summary>
internal sealed class OpenKey
{
    private readonly BigInteger order;
    private readonly BigInteger r;
    private readonly BigInteger d;

    internal OpenKey()
    {
        var file = File.ReadAllBytes(Path.Combine(Repository.Root, "keys-dev", "issuer-p256-key.json"));
        using var jwk = StrictJson.Parse(file);
        using var key = DevelopmentKey.Read(file);
        PublicKey = key.PublicKey;
        d = Number(Base64Url.DecodeFromChars(jwk.RootElement.GetProperty("d").GetString()));
        using var any = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var curve = any.ExportExplicitParameters(includePrivateParameters: false).Curve;
        order = Number(curve.Order!);
        r = Number(curve.G.X!) % order;
    }

    internal PublicKey PublicKey { get; }

    internal string Did => DidKey.For(PublicKey);

    internal string VerificationMethod => DidKey.VerificationMethodFor(PublicKey);

    /// <summary>ECDSA with SHA-256, r and s at full length (FIPS 186-5 §6.4.1).</summary>
    internal byte[] Sign(ReadOnlySpan<byte> data) => [.. Octets(r), .. Octets((Number(SHA256.HashData(data)) + (r * d)) % order)];

    private static BigInteger Number(ReadOnlySpan<byte> octets) => new(octets, isUnsigned: true, isBigEndian: true);

    private static byte[] Octets(BigInteger number)
    {
        var octets = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - octets.Length], .. octets];
    }
}
