using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Keys;

/// <summary>
/// The keys that an issuer with an https address publishes: those of the JWK Set of its host (Open Badges 3.0 implementation guide), and
/// those in its own profile. Whoever writes a badge writes the URLs in it, so a key counts only when it is found from the issuer's side.
/// </summary>
internal sealed class PublishedKeys(IFetcher fetcher)
{
    /// <summary>A host of many issuers publishes many keys; more than this nobody needs to compare.</summary>
    private const int MaxKeys = 256;

    private const string SetPath = "/.well-known/jwks.json";

    /// <summary>Whether the issuer publishes this key: true, false where it publishes others only, null where it publishes none that could be had.</summary>
    internal async Task<bool?> ContainAsync(string issuer, PublicKey key, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        var set = await ReadAsync(new Uri(url, SetPath), FetchKind.KeySet, cancellationToken);
        var keys = KeysOfSet(set, issuer).ToList();
        if (keys.Contains(key.Thumbprint))
        {
            return true;
        }

        var profile = await ReadAsync(url, FetchKind.OpenBadgesObject, cancellationToken);
        keys.AddRange(KeysOfProfile(profile, issuer));
        return keys.Contains(key.Thumbprint) ? true : keys.Count > 0 ? false : null;
    }

    /// <summary>
    /// The one key that stands in the issuer's set under a name (the <c>kid</c> of RFC 7517 §4.5), as a document writes it or in full; null where
    /// there is none, or more than one, or no issuer with an https address.
    /// </summary>
    internal async Task<PublicKey?> FindAsync(string issuer, string name, string fullName, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        var set = await ReadAsync(new Uri(url, SetPath), FetchKind.KeySet, cancellationToken);
        var named = OfIssuer(set, issuer).Where(jwk => jwk.Text("kid") is { } kid && (kid == name || kid == fullName)).ToList();
        return named is [var only] && PublicKey.TryFromJwk(only, out var key) ? key : null;
    }

    // One host serves many issuers: a key with another's `iss` is another's.
    private static IEnumerable<JsonElement> OfIssuer(JsonElement set, string issuer) =>
        set.Each("keys").Take(MaxKeys).Where(jwk => jwk.Text("iss") is not { } owner || owner == issuer);

    private static IEnumerable<string> KeysOfSet(JsonElement set, string issuer) =>
        from jwk in OfIssuer(set, issuer)
        let key = PublicKey.TryFromJwk(jwk, out var read) ? read : null
        where key is not null
        select key.Thumbprint;

    private static IEnumerable<string> KeysOfProfile(JsonElement profile, string issuer) => profile.Text("id") != issuer
        ? []
        : from name in (string[])["assertionMethod", "verificationMethod", "publicKey"]
          from method in profile.Each(name).Take(MaxKeys)
          where method.Text("controller") is not { } controller || controller == issuer
          let key = KeyIn(method)
          where key is not null
          select key.Thumbprint;

    private static PublicKey? KeyIn(JsonElement method) =>
        method.Text("publicKeyMultibase") is { } multikey && PublicKey.TryFromMultikey(multikey, out var key) ? key
        : PublicKey.TryFromJwk(method.Member("publicKeyJwk"), out key) ? key
        : null;

    private async Task<JsonElement> ReadAsync(Uri url, FetchKind kind, CancellationToken cancellationToken)
    {
        var answer = await fetcher.FetchAsync(new FetchRequest(url, kind), cancellationToken);
        return answer.Failure is null ? FetchedJson.Read(answer.Body) : default;
    }
}
