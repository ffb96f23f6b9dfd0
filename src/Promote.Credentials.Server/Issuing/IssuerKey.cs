using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>One key of an issuer as others find it, under the three names that the standards give to keys.</summary>
internal sealed class IssuerKey
{
    /// <param name="row">The key.</param>
    /// <param name="publicKey">Its public part, as the row has it.</param>
    /// <param name="did">The issuer as this key's documents name it.</param>
    /// <param name="cryptographicKey">URL of the key as Open Badges 2.0 publishes it.</param>
    public IssuerKey(IssuerKeyRow row, PublicKey publicKey, string did, string cryptographicKey)
    {
        (Row, PublicKey, Did) = (row, publicKey, did);
        Multikey = VerificationMethod.Multikey(did, publicKey) with { Revoked = row.EndedAt };
        Jwk = did == DidKey.For(publicKey) ? Multikey : VerificationMethod.JsonWebKey(did, publicKey) with { Revoked = row.EndedAt };
        CryptographicKey = new VerificationMethod(cryptographicKey, did, publicKey);
    }

    public IssuerKeyRow Row { get; }

    public PublicKey PublicKey { get; }

    public string Did { get; }

    /// <summary>What an embedded proof names.</summary>
    public VerificationMethod Multikey { get; }

    /// <summary>What a VC-JWT names; the <c>kid</c> in the key set.</summary>
    public VerificationMethod Jwk { get; }

    /// <summary>What an Open Badges 2.0 assertion names.</summary>
    public VerificationMethod CryptographicKey { get; }

    /// <summary>Whether others may still rely on it.</summary>
    public bool IsPublished => Row.State is IssuerKeyState.Pending or IssuerKeyState.Active or IssuerKeyState.VerifyOnly;

    /// <summary>The name under which a document of this format points to the key.</summary>
    public VerificationMethod NamedIn(Format format) => format switch
    {
        { Family: FormatFamily.OpenBadges2 } => CryptographicKey,
        { Securing: EmbeddedProof } => Multikey,
        _ => Jwk,
    };
}
