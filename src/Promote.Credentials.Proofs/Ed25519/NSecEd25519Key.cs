#if USE_NSEC
using NSec.Cryptography;

namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>An NSec key, which cannot be exported and is wiped on dispose.</summary>
internal sealed class NSecEd25519Key(ReadOnlySpan<byte> seed) : IEd25519Key
{
    private readonly Key _key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
    private byte[]? _publicKey;

    public ReadOnlySpan<byte> PublicKey => _publicKey ??= _key.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    public void Sign(ReadOnlySpan<byte> data, Span<byte> signature) => SignatureAlgorithm.Ed25519.Sign(_key, data, signature);

    public void Dispose() => _key.Dispose();
}
#endif
