using Microsoft.IdentityModel.Tokens;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>A signing key as Microsoft.IdentityModel knows one: a name, and a provider that calls the key, wherever its private part lives.</summary>
internal sealed class JwsSecurityKey : AsymmetricSecurityKey
{
    // One for all keys: a factory brings a cache with a thread of its own.
    private static readonly CryptoProviderFactory Factory = new() { CustomCryptoProvider = new JwsCryptoProvider(), CacheSignatureProviders = false };

    public JwsSecurityKey(SigningKey key, string? keyId)
    {
        SigningKey = key;
        KeyId = keyId;
        CryptoProviderFactory = Factory;
    }

    public SigningKey SigningKey { get; }

    [Obsolete("The library replaced it by PrivateKeyStatus.")]
    public override bool HasPrivateKey => true;

    public override PrivateKeyStatus PrivateKeyStatus => PrivateKeyStatus.Exists;

    public override int KeySize => 8 * SigningKey.PublicKey.Bytes.Length;
}
