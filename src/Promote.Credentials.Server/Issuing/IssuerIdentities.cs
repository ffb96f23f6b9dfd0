using System.Collections.Concurrent;
using System.Security.Cryptography;
using Promote.Credentials.Formats;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// The identities of the issuers: did:web where the public address is https, else did:key. In Development all sign with the
/// key of <c>keys-dev</c>, elsewhere each with its own file, which is opened once.
/// </summary>
internal sealed class IssuerIdentities
{
    private readonly ConcurrentDictionary<string, IssuerIdentity> known = new(StringComparer.Ordinal);
    private readonly PublicUrls urls;
    private readonly bool web;
    private readonly SigningKey developmentKey = DevelopmentKeys.Issuer();
    private readonly string? directory;
    private readonly string? password;

    /// <exception cref="SettingsException">Outside Development, a setting is missing or a key cannot be used.</exception>
    public IssuerIdentities(PromoteSettings settings, PublicUrls urls, IHostEnvironment environment)
    {
        this.urls = urls;
        web = settings.PublicBaseUrl!.Scheme == Uri.UriSchemeHttps;
        (directory, password) = (settings.KeysDirectory, settings.KeysPassword);
        if (web)
        {
            RefuseUnlessDidWeb(urls);
        }

        if (directory is null && environment.IsDevelopment())
        {
            return;
        }

        if (directory is null || password is null || !Directory.Exists(directory))
        {
            throw new SettingsException("Promote__KeysDirectory and Promote__KeysPassword are not set: set them to the folder with one encrypted PKCS#8 file an issuer (cove-ro.pem) and to their password. Keys of keys-dev sign in Development only.");
        }

        // A wrong password or key is found at start, not at the first award.
        foreach (var file in Directory.EnumerateFiles(directory, "*.pem"))
        {
            _ = Of(Path.GetFileNameWithoutExtension(file));
        }
    }

    /// <summary>The identity of an issuer.</summary>
    /// <exception cref="SettingsException">It has no key, or one that cannot be used.</exception>
    public IssuerIdentity Of(string slug) => known.GetOrAdd(slug, Open);

    private static void RefuseUnlessDidWeb(PublicUrls urls)
    {
        try
        {
            _ = DidWeb.For(new Uri(urls.Issuer("any")));
        }
        catch (ArgumentException exception)
        {
            throw new SettingsException($"Promote__PublicBaseUrl cannot be written as a did:web: use a domain name and a path of letters, digits and hyphens. {exception.Message}", exception);
        }
    }

    private IssuerIdentity Open(string slug)
    {
        var key = directory is null ? developmentKey : Read(Path.Combine(directory, $"{slug}.pem"));
        var did = web ? DidWeb.For(new Uri(urls.Issuer(slug))) : DidKey.For(key.PublicKey);
        return new IssuerIdentity(key, DidDocument.For(did, [key.PublicKey]));
    }

    private Ed25519FileKey Read(string file)
    {
        Ed25519FileKey key;
        try
        {
            key = Ed25519FileKey.FromEncryptedPkcs8Pem(File.ReadAllText(file), password);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"The key {file} cannot be used: put an encrypted Ed25519 PKCS#8 file there and its password into Promote__KeysPassword. {exception.Message}", exception);
        }

        return key.PublicKey.Multikey == developmentKey.PublicKey.Multikey
            ? throw new SettingsException($"The key {file} is the public key of keys-dev: put a key of your own there, for example from `openssl genpkey -algorithm ed25519 -aes256 -out {file}`.")
            : key;
    }
}
