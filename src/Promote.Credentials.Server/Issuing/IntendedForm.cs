using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing;

/// <summary>One form that an award is to take: how it is written, under which ids, and signed by which key.</summary>
/// <param name="Format">The form.</param>
/// <param name="Ids">What the document names.</param>
/// <param name="Key">The issuer's key; null where the form is not signed.</param>
/// <param name="SigningKey">Its private part.</param>
/// <param name="SealKey">What seals it; null where the form is not sealed.</param>
internal sealed record IntendedForm(Format Format, CredentialIds Ids, IssuerKey? Key, SigningKey? SigningKey, SealKey? SealKey)
{
    /// <summary>What the proof names; null where there is none.</summary>
    public VerificationMethod? Method => SealKey is null ? Key?.NamedIn(Format) : Seal.MethodOf(SealKey);

    /// <summary>Finds the key of a form.</summary>
    /// <exception cref="SettingsException">The issuer has no such key, or it is not here.</exception>
    public static IntendedForm Of(Format format, IssuerIdentity identity, SigningKeys signingKeys, SealKey? sealKey, CredentialIds ids)
    {
        if (format.Securing.KeyAlgorithm is not { } algorithm)
        {
            return new(format, ids, null, null, format.Securing is Seal ? sealKey : null);
        }

        // Without https an issuer is the did:key of the very key that signs, so each form names its own.
        var key = identity.Signer(algorithm);
        return new(format, ids with { IssuerDid = key.Did, KeyUrl = key.CryptographicKey.Id }, key, signingKeys.Open(key.Row), null);
    }
}
