using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using PublicKey = Promote.Credentials.Proofs.Keys.PublicKey;

namespace Promote.Credentials.Server.Settings;

/// <summary>The keys of the folder <c>keys-dev</c>, compiled into this assembly. Everybody has them: outside Development they are refused.</summary>
internal static class DevelopmentKeys
{
    /// <summary>The issuer keys by name: one of each kind that is taken at a first start, and one more to try what a rotation is.</summary>
    public static IReadOnlyList<string> IssuerKeys { get; } = ["issuer-key", "issuer-p256-key", "issuer-p384-key", "issuer-rsa-key", "issuer-next-key"];

    /// <summary>The seals by name; the first is the one that seals where nobody chooses.</summary>
    public static IReadOnlyList<string> Seals { get; } = ["seal-key", "seal-p256-key"];

    /// <summary>An issuer key by its name.</summary>
    public static SigningKey Issuer(string name) => DevelopmentKey.Read(Read($"{name}.json"));

    /// <summary>A seal by its name.</summary>
    public static SealKey Seal(string name)
    {
        var key = DevelopmentKey.Read(Read($"{name}.json"));
        return SealKey.Of(key, key.Certificates);
    }

    /// <summary>The certificate of the authority that issued the seals, in DER.</summary>
    public static ReadOnlyMemory<byte> SealAuthority()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Read("seal-ca.pem"));
        return certificate.RawData;
    }

    /// <summary>Whether a key is one of these, so that everybody can sign with it.</summary>
    public static bool Contains(PublicKey key) => IssuerKeys.Concat(Seals).Any(name =>
    {
        using var known = Issuer(name);
        return known.PublicKey.Multikey == key.Multikey;
    });

    /// <summary>The key that wraps the keys of the learners: a JWK of type <c>oct</c> (RFC 7518 §6.4).</summary>
    public static byte[] Master()
    {
        using var jwk = StrictJson.Parse(Read("master-key.json"));
        return Base64Url.DecodeFromChars(jwk.RootElement.GetProperty("k").GetString());
    }

    /// <summary>The certificate of https://localhost, with its private key.</summary>
    public static X509Certificate2 Tls()
    {
        using var jwk = StrictJson.Parse(Read("tls-key.json"));
        var member = (string name) => Base64Url.DecodeFromChars(jwk.RootElement.GetProperty(name).GetString());
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = { X = member("x"), Y = member("y") }, D = member("d") });
        using var certificate = X509CertificateLoader.LoadCertificate(Read("tls-cert.pem"));
        return certificate.CopyWithPrivateKey(key);
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(DevelopmentKeys).Assembly.GetManifestResourceStream($"keys-dev/{file}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
