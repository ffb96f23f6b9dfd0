using System.Security.Cryptography;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>The seals of <c>keys-dev/</c> and the authority that vouches for them.</summary>
internal static class DevelopmentSeals
{
    public const string Rsa = "seal-key";
    public const string P256 = "seal-p256-key";

    /// <summary>An instant at which their certificates are valid.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public static SealTrustAnchor Authority { get; } = ReadAuthority();

    public static SealKey Open(string name)
    {
        DevelopmentKey key = DevelopmentKey.Read(File.ReadAllBytes(PathOf($"{name}.json")));
        return SealKey.Of(key, key.Certificates);
    }

    public static string PathOf(string file) => Path.Combine(Repository.Root, "keys-dev", file);

    private static SealTrustAnchor ReadAuthority()
    {
        string pem = File.ReadAllText(PathOf("seal-ca.pem"));
        byte[] der = Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);
        return SealTrustAnchor.TryRead(der, isQualified: false, out SealTrustAnchor? anchor) ? anchor : throw new InvalidDataException(pem);
    }
}
