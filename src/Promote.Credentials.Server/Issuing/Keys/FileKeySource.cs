using System.Security.Cryptography;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>
/// Encrypted files in one folder: PKCS#8 (<c>.pem</c>) or PKCS#12 (<c>.p12</c>). The name begins with the issuer's slug and a
/// point, which no slug has: <c>cove-ro.pem</c>, <c>cove-ro.rsa.pem</c>, <c>cove-ro.p256-2027.p12</c>.
/// </summary>
internal sealed class FileKeySource(string directory, string password) : IKeySource
{
    private const string Pkcs8 = ".pem";
    private const string Pkcs12 = ".p12";

    public KeySource Kind => KeySource.File;

    /// <summary>Every key file in the folder, of whatever issuer.</summary>
    public IEnumerable<string> All => Directory.EnumerateFiles(directory).Select(file => Path.GetFileName(file)).Where(IsKeyFile).Order(StringComparer.Ordinal);

    public IEnumerable<string> ReferencesOf(string slug) => All.Where(file => BelongsTo(file, slug));

    public bool BelongsTo(string reference, string slug) =>
        reference.StartsWith($"{slug}.", StringComparison.Ordinal) && IsKeyFile(reference) && reference == Path.GetFileName(reference);

    public SigningKey Open(string reference)
    {
        var file = Path.Combine(directory, reference);
        SigningKey key;
        try
        {
            key = reference.EndsWith(Pkcs12, StringComparison.Ordinal)
                ? Pkcs12FileKey.FromPkcs12(File.ReadAllBytes(file), password)
                : Pkcs8FileKey.FromEncryptedPkcs8Pem(File.ReadAllText(file), password);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"The key {file} cannot be used: put an encrypted PKCS#8 (.pem) or PKCS#12 (.p12) file there and its password into Promote__KeysPassword. {exception.Message}", exception);
        }

        return DevelopmentKeys.Contains(key.PublicKey)
            ? throw new SettingsException($"The key {file} is a public key of keys-dev: put a key of your own there, for example from `openssl genpkey -algorithm ed25519 -aes256 -out {file}`.")
            : key;
    }

    private static bool IsKeyFile(string name) => name.EndsWith(Pkcs8, StringComparison.Ordinal) || name.EndsWith(Pkcs12, StringComparison.Ordinal);
}
