using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>libsodium, by P/Invoke: the fastest, so the default where it is installed.</summary>
internal sealed partial class SodiumEd25519 : IEd25519
{
    private const string Library = "libsodium.so.23";

    private SodiumEd25519()
    {
    }

    public string Name => "libsodium";

    public static SodiumEd25519? TryLoad() =>
        NativeLibrary.TryLoad(Library, typeof(SodiumEd25519).Assembly, null, out _) && sodium_init() >= 0 ? new() : null;

    public IEd25519Key Import(ReadOnlySpan<byte> seed) => new SodiumEd25519Key(seed);

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        crypto_sign_verify_detached(signature, data, (ulong)data.Length, publicKey) == 0;

    [LibraryImport(Library)]
    private static partial int sodium_init();

    [LibraryImport(Library)]
    internal static partial nint sodium_malloc(nuint size);

    [LibraryImport(Library)]
    internal static partial void sodium_free(nint memory);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_seed_keypair(Span<byte> publicKey, nint secretKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_detached(Span<byte> signature, nint signatureLength, ReadOnlySpan<byte> data, ulong dataLength, SodiumEd25519Key key);

    [LibraryImport(Library)]
    private static partial int crypto_sign_verify_detached(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> data, ulong dataLength, ReadOnlySpan<byte> publicKey);
}
