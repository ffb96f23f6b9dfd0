#if USE_NSEC
using NSec.Cryptography;

namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>NSec, which brings a libsodium of its own: compiled by <c>-p:UseNSec=true</c> alone, and then the default.</summary>
internal sealed class NSecEd25519 : IEd25519
{
    private NSecEd25519()
    {
    }

    public string Name => "NSec";

    public static NSecEd25519? TryLoad() => new();

    public IEd25519Key Import(ReadOnlySpan<byte> seed) => new NSecEd25519Key(seed);

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out PublicKey? key)
        && SignatureAlgorithm.Ed25519.Verify(key!, data, signature);
}
#endif
