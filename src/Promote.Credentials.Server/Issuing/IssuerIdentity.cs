using System.Collections.Concurrent;
using Promote.Credentials.Formats;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Who an issuer is to a verifier: its DID and its keys, as they were at one revision.</summary>
internal sealed class IssuerIdentity
{
    private readonly string? webDid;
    private readonly string openBadges2;
    private readonly ConcurrentDictionary<string, DidDocument> documents = new(StringComparer.Ordinal);

    public IssuerIdentity(string slug, int revision, IEnumerable<IssuerKeyRow> rows, string? webDid, PublicUrls urls)
    {
        (Slug, Revision, this.webDid, openBadges2) = (slug, revision, webDid, urls.OpenBadges2Issuer(slug));
        Keys = [.. rows.Select(row => KeyOf(row, urls))];
    }

    public string Slug { get; }

    /// <summary>The count of changes that these keys reflect.</summary>
    public int Revision { get; }

    /// <summary>Every key that the issuer ever had, the oldest first.</summary>
    public IReadOnlyList<IssuerKey> Keys { get; }

    /// <summary>The issuer's DID: a did:web, or where there is no https the did:key of its Ed25519 key.</summary>
    /// <exception cref="SettingsException">There is neither.</exception>
    public string Did => webDid ?? Signer(KeyAlgorithm.Ed25519).Did;

    /// <summary>What a verifier finds under the DID.</summary>
    public DidDocument Document => DocumentOf(Did);

    /// <summary>The same for any DID of the issuer: without https each of its keys is one.</summary>
    public DidDocument DocumentOf(string did) => documents.GetOrAdd(did, Documented);

    /// <summary>The key that signs with this algorithm now.</summary>
    /// <exception cref="SettingsException">There is none; the message says what to do.</exception>
    public IssuerKey Signer(KeyAlgorithm algorithm) =>
        Keys.SingleOrDefault(key => key.Row.State == IssuerKeyState.Active && key.Row.Algorithm == algorithm)
            ?? throw new SettingsException($"The issuer {Slug} has no active {algorithm} key: put one into Promote__KeysDirectory (its name begins with {Slug} and a point) or on the token and start again, or see `promote keys issuer`.");

    private IssuerKey KeyOf(IssuerKeyRow row, PublicUrls urls)
    {
        var key = PublicKey.TryFromMultikey(row.PublicKey, out var read) ? read : throw new InvalidOperationException("A stored key is no Multikey.");
        return new IssuerKey(row, key, webDid ?? DidKey.For(key), urls.CryptographicKey(Slug, key.Thumbprint));
    }

    // Ed25519 and the curves as Multikeys, for embedded proofs; RSA and the curves as JWKs, which validators of JWTs ask for.
    private DidDocument Documented(string did)
    {
        var methods = Keys.Where(key => key.Did == did).SelectMany(key => key.PublicKey.Algorithm switch
        {
            KeyAlgorithm.Ed25519 => [key.Multikey],
            KeyAlgorithm.P256 or KeyAlgorithm.P384 => [key.Multikey, key.Jwk],
            _ => (VerificationMethod[])[key.Jwk],
        });
        return DidDocument.For(did, methods.DistinctBy(method => method.Id), webDid is null ? [] : [openBadges2]);
    }
}
