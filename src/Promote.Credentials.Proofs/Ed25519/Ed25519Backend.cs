namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>Which Ed25519 library this process uses. All of them make the same bytes; they differ in speed.</summary>
public static class Ed25519Backend
{
    /// <summary>Every back end that loads on this machine, the preferred one first.</summary>
    internal static IReadOnlyList<IEd25519> Present { get; } = Load();

    internal static IEd25519 Current => Present.Count > 0
        ? Present[0]
        : throw new PlatformNotSupportedException("Ed25519 needs libsodium.so.23 (Debian package libsodium23) or libcrypto.so.3 (OpenSSL 3).");

    /// <summary>The name of the library in use: <c>libsodium</c>, <c>libcrypto</c> or <c>NSec</c>.</summary>
    /// <exception cref="PlatformNotSupportedException">None is installed.</exception>
    public static string Name => Current.Name;

    private static IReadOnlyList<IEd25519> Load()
    {
        IEd25519?[] inOrder =
        [
#if USE_NSEC
            NSecEd25519.TryLoad(),
#endif
            SodiumEd25519.TryLoad(),
            OpenSslEd25519.TryLoad(),
        ];
        return [.. inOrder.OfType<IEd25519>()];
    }
}
