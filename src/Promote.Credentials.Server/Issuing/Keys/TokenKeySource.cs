using System.Security.Cryptography;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Proofs.Keys.Pkcs11;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>
/// A PKCS#11 token. A label begins with the issuer's slug and a point: <c>cove-ro.ed25519</c>, <c>cove-ro.rsa</c> and
/// <c>cove-ro.p256</c> are found by themselves, others when they are named. Seals have a certificate beside their key, and the labels
/// <c>cove-ro.seal</c>, <c>cove-ro.seal-2027</c>.
/// </summary>
internal sealed class TokenKeySource : IKeySource
{
    private static readonly string[] UsualNames = ["ed25519", "rsa", "p256"];
    private readonly Pkcs11Token token;

    private TokenKeySource(Pkcs11Token token) => this.token = token;

    public KeySource Kind => KeySource.Token;

    /// <summary>The token that the settings name; null where they name none.</summary>
    /// <exception cref="SettingsException">It cannot be used; the message says why.</exception>
    public static TokenKeySource? Of(Pkcs11Settings settings)
    {
        if (settings.Module is null)
        {
            return null;
        }

        if (settings is not { Module: { } module, Token: { } label, Pin: { } pin })
        {
            throw new SettingsException("Promote__Pkcs11__Module is set, and Promote__Pkcs11__Token or Promote__Pkcs11__Pin is not: set both, to the token's label and its user PIN.");
        }

        try
        {
            return new TokenKeySource(Pkcs11Token.Open(module, label, pin));
        }
        catch (KeyUnavailableException exception)
        {
            throw new SettingsException($"The token of Promote__Pkcs11 cannot be used. {exception.Message}", exception);
        }
    }

    public IEnumerable<string> ReferencesOf(string slug) => UsualNames.Select(name => $"{slug}.{name}").Where(token.Holds);

    public bool BelongsTo(string reference, string slug) => reference.StartsWith($"{slug}.", StringComparison.Ordinal) && !SealName.IsOne(reference);

    public SigningKey Open(string reference)
    {
        try
        {
            return Pkcs11Key.Open(token, reference);
        }
        catch (KeyUnavailableException exception)
        {
            throw new SettingsException($"The key {reference} on the token cannot be used. {exception.Message}", exception);
        }
    }

    public IEnumerable<string> SealsOf(string slug) => token.CertificateLabels()
        .Where(label => label.StartsWith($"{slug}.", StringComparison.Ordinal) && SealName.IsOne(label));

    public SealKey OpenSeal(string reference)
    {
        try
        {
            var key = Pkcs11Key.Open(token, reference);
            return SealKey.Of(key, [key.ReadCertificate()]);
        }
        catch (CryptographicException exception)
        {
            throw new SettingsException($"The seal {reference} on the token cannot be used. {exception.Message}", exception);
        }
    }
}
