using System.Security.Cryptography;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>
/// Encrypted files in one folder: PKCS#8 (<c>.pem</c>) or PKCS#12 (<c>.p12</c>). The name begins with the issuer's slug and a
/// point, which no slug has: <c>cove-ro.pem</c>, <c>cove-ro.rsa.pem</c>, <c>cove-ro.p256-2027.p12</c>. Seals are PKCS#12 with their
/// certificate: <c>cove-ro.seal.p12</c>, <c>cove-ro.seal-2027.p12</c>.
/// </summary>
internal sealed class FileKeySource(string directory, string password) : IKeySource
{
    private const string Pkcs8 = ".pem";
    private const string Pkcs12 = ".p12";

    public KeySource Kind => KeySource.File;

    /// <summary>Every key file in the folder, of whatever issuer.</summary>
    public IEnumerable<string> All => Files.Where(file => !SealName.IsOne(file));

    /// <summary>Every seal in the folder, of whatever issuer.</summary>
    public IEnumerable<string> AllSeals => Files.Where(SealName.IsOne);

    private IEnumerable<string> Files => Directory.EnumerateFiles(directory).Select(file => Path.GetFileName(file)).Where(IsKeyFile).Order(StringComparer.Ordinal);

    public IEnumerable<string> ReferencesOf(string slug) => All.Where(file => BelongsTo(file, slug));

    public bool BelongsTo(string reference, string slug) =>
        reference.StartsWith($"{slug}.", StringComparison.Ordinal) && IsKeyFile(reference) && !SealName.IsOne(reference) && reference == Path.GetFileName(reference);

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

    public IEnumerable<string> SealsOf(string slug) => AllSeals.Where(file => file.StartsWith($"{slug}.", StringComparison.Ordinal));

    public SealKey OpenSeal(string reference)
    {
        var file = Path.Combine(directory, reference);
        SealKey seal;
        try
        {
            var key = Pkcs12FileKey.FromPkcs12(File.ReadAllBytes(file), password);
            seal = SealKey.Of(key, key.Certificates);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"The seal {file} cannot be used: put the PKCS#12 file (.p12) with key and certificate that your trust service gave you there, and its password into Promote__KeysPassword. {exception.Message}", exception);
        }

        if (!DevelopmentKeys.Contains(seal.PublicKey))
        {
            return seal;
        }

        seal.Dispose();
        throw new SettingsException($"The seal {file} is a public one of keys-dev: put a seal of your own there.");
    }

    private static bool IsKeyFile(string name) => name.EndsWith(Pkcs8, StringComparison.Ordinal) || name.EndsWith(Pkcs12, StringComparison.Ordinal);
}
