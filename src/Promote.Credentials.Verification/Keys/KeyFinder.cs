using System.Text.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Keys;

/// <summary>Finds the key that a signature names, and whose it is. The key decides about the signature; only the issuer's side decides about the issuer.</summary>
internal sealed class KeyFinder(IDidResolver known, IFetcher fetcher)
{
    private readonly DidResolution dids = new(known, fetcher);
    private readonly PublishedKeys published = new(fetcher);

    /// <summary>What becomes of a reference in a document that names this issuer.</summary>
    internal async Task<KeyLookup> FindAsync(KeyReference reference, string? issuer, CancellationToken cancellationToken)
    {
        var url = AbsoluteUrl(reference.Url, issuer);
        var lookup = url switch
        {
            null => await ByKeyAsync(reference, issuer, cancellationToken),
            _ when url.StartsWith("did:", StringComparison.Ordinal) => await ByDidAsync(reference, url, issuer, cancellationToken),
            _ => await ByAddressAsync(reference, url, issuer, cancellationToken),
        };
        return reference.Embedded is { } embedded && lookup.Method is { } method && method.Key.Thumbprint != embedded.Thumbprint
            ? lookup with { IsContradictory = true }
            : lookup;
    }

    // JWTs of the field name a key of the issuer's own DID document by its fragment alone.
    private static string? AbsoluteUrl(string? url, string? issuer) =>
        url is null || url.Contains(':', StringComparison.Ordinal) || issuer is null ? url : $"{issuer}#{url.TrimStart('#')}";

    private async Task<KeyLookup> ByDidAsync(KeyReference reference, string url, string? issuer, CancellationToken cancellationToken)
    {
        var did = url.Split('#', 2)[0];
        var document = await dids.ResolveAsync(did, cancellationToken);
        var method = document is null ? null : document.FindVerificationMethod(UrlIn(document, url)) ?? document.FindRevokedMethod(UrlIn(document, url));
        var provenance = did != issuer ? KeyProvenance.Foreign
            : document is null ? KeyProvenance.Unproven
            : method is null ? KeyProvenance.Unpublished
            : KeyProvenance.Published;
        return new KeyLookup(reference, provenance, method);
    }

    // 1EdTech takes a did:key without its fragment, which can mean only the one key that it is.
    private static string UrlIn(DidDocument document, string url) =>
        url == document.Id && document.AssertionMethod is [var only] ? only : url;

    private async Task<KeyLookup> ByKeyAsync(KeyReference reference, string? issuer, CancellationToken cancellationToken)
    {
        if (reference.Embedded is not { } key || issuer is null)
        {
            return new KeyLookup(reference, KeyProvenance.Unproven, null);
        }

        var method = new VerificationMethod("", issuer, key);
        if (!issuer.StartsWith("did:", StringComparison.Ordinal))
        {
            return new KeyLookup(reference, ProvenanceOf(await published.ContainAsync(issuer, key, cancellationToken)), method);
        }

        if (await dids.ResolveAsync(issuer, cancellationToken) is not { } document)
        {
            return new KeyLookup(reference, KeyProvenance.Unproven, method);
        }

        var listed = document.VerificationMethods.FirstOrDefault(one =>
            one.Key.Thumbprint == key.Thumbprint && (document.FindVerificationMethod(one.Id) ?? document.FindRevokedMethod(one.Id)) is not null);
        return new KeyLookup(reference, listed is null ? KeyProvenance.Unpublished : KeyProvenance.Published, listed ?? method);
    }

    private async Task<KeyLookup> ByAddressAsync(KeyReference reference, string url, string? issuer, CancellationToken cancellationToken)
    {
        var found = await KeyAtAsync(url, cancellationToken);
        if (found is null && issuer is not null && await published.FindAsync(issuer, reference.Url!, url, cancellationToken) is { } listed)
        {
            return new KeyLookup(reference, KeyProvenance.Published, new VerificationMethod(url, issuer, listed));
        }

        // A key inside the URL (https://issuer#z6Mk…) is found without asking anybody, and says nothing about whose it is.
        var owner = found?.Controller ?? (IsInside(url) ? url.Split('#')[0] : null);
        if (issuer is null || (owner is not null && owner != issuer))
        {
            return new KeyLookup(reference, KeyProvenance.Foreign, found is null ? null : new VerificationMethod(url, owner ?? "", found.Value.Key));
        }

        return await ByKeyAsync(new KeyReference(url, found?.Key ?? reference.Embedded), issuer, cancellationToken) with { Reference = reference };
    }

    private static bool IsInside(string url) => url.Split('#', 2) is [_, ['z', ..]];

    private async Task<(PublicKey Key, string? Controller)?> KeyAtAsync(string url, CancellationToken cancellationToken)
    {
        if (url.Split('#', 2) is [_, ['z', ..] multikey] && PublicKey.TryFromMultikey(multikey, out var inside))
        {
            return (inside, null);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        var answer = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.KeySet), cancellationToken);
        return answer.Failure is null ? KeyIn(FetchedJson.Read(answer.Body), url) : null;
    }

    // A JWK (Open Badges 3.0 §8.2.2), a key document, or a controlled identifier document that lists the key under this URL.
    private static (PublicKey Key, string? Controller)? KeyIn(JsonElement document, string url)
    {
        if (PublicKey.TryFromJwk(document, out var key))
        {
            return (key, null);
        }

        var method = document.Each("verificationMethod").FirstOrDefault(one => one.Text("id") == url) is { ValueKind: JsonValueKind.Object } listed ? listed : document;
        return method.Text("publicKeyMultibase") is { } multikey && PublicKey.TryFromMultikey(multikey, out key) ? (key, method.Text("controller"))
            : PublicKey.TryFromJwk(method.Member("publicKeyJwk"), out key) ? (key, method.Text("controller"))
            : null;
    }

    private static KeyProvenance ProvenanceOf(bool? isPublished) => isPublished switch
    {
        true => KeyProvenance.Published,
        false => KeyProvenance.Unpublished,
        null => KeyProvenance.Unproven,
    };
}
