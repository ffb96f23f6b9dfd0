using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Benchmarks.Samples;

/// <summary>The seal of development: an RSA key of 3072 bits.</summary>
internal static class DevelopmentSeal
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "keys-dev");

    internal static SealKey Open()
    {
        var key = DevelopmentKey.Read(File.ReadAllBytes(Path.Combine(Folder, "seal-key.json")));
        return SealKey.Of(key, key.Certificates);
    }
}
