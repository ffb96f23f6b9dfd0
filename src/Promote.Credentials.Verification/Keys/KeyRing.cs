using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Keys;

/// <summary>The keys that the signatures of one document name, looked up once for all checks.</summary>
internal sealed class KeyRing
{
    private readonly Dictionary<string, KeyLookup> lookups = new(StringComparer.Ordinal);

    private KeyRing()
    {
    }

    /// <summary>The keys that were found, by the URL in the proof.</summary>
    internal IReadOnlyDictionary<string, VerificationMethod> Found => lookups.Values
        .Where(lookup => lookup.Method is not null)
        // Whether a signature is right is one question; whether its key was still good is another check's.
        .ToDictionary(lookup => lookup.Url, lookup => lookup.Method! with { Revoked = null }, StringComparer.Ordinal);

    /// <summary>What became of one URL.</summary>
    internal KeyLookup this[string url] => lookups[url];

    /// <summary>Looks all URLs up: did:key from itself, everything else through the port.</summary>
    internal static async Task<KeyRing> CollectAsync(IEnumerable<string> urls, IDidResolver dids, CancellationToken cancellationToken)
    {
        var ring = new KeyRing();
        foreach (var url in urls.Distinct(StringComparer.Ordinal))
        {
            ring.lookups.Add(url, await LookUpAsync(url, dids, cancellationToken));
        }

        return ring;
    }

    private static async ValueTask<KeyLookup> LookUpAsync(string url, IDidResolver dids, CancellationToken cancellationToken)
    {
        var did = url.Split('#', 2)[0];

        // The port first: whoever owns a did:key may know that it was lost, which the identifier cannot say.
        var document = did.StartsWith("did:", StringComparison.Ordinal) ? await dids.ResolveAsync(did, cancellationToken) : null;
        if (document is null)
        {
            DidKey.TryResolve(did, out document);
        }

        var method = document?.FindVerificationMethod(UrlIn(document, url)) ?? document?.FindRevokedMethod(UrlIn(document, url));
        return new KeyLookup(url, did, document is not null, method is null ? null : method with { Id = url });
    }

    // 1EdTech takes a did:key without its fragment, which can mean only the one key that it is.
    private static string UrlIn(DidDocument document, string url) =>
        url == document.Id && document.AssertionMethod is [var only] ? only : url;
}
