using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Keys;

/// <summary>DID → document: did:key and did:jwk from themselves, those of this service from its records, did:web over the network.</summary>
internal sealed class DidResolution(IDidResolver known, IFetcher fetcher)
{
    /// <summary>The document; null where it cannot be had, or is not one of this DID.</summary>
    internal async ValueTask<DidDocument?> ResolveAsync(string did, CancellationToken cancellationToken)
    {
        // The port first: whoever owns a did:key may know that it was lost, which the identifier cannot say.
        if (await known.ResolveAsync(did, cancellationToken) is { } own)
        {
            return own;
        }

        if (DidKey.TryResolve(did, out var inside) || DidJwk.TryResolve(did, out inside))
        {
            return inside;
        }

        return DidWeb.TryDocumentUrl(did, out var url) ? await FetchAsync(did, url, cancellationToken) : null;
    }

    private async Task<DidDocument?> FetchAsync(string did, Uri url, CancellationToken cancellationToken)
    {
        var answer = await fetcher.FetchAsync(new FetchRequest(url, FetchKind.DidDocument), cancellationToken);
        if (answer.Failure is not null)
        {
            return null;
        }

        try
        {
            using var json = StrictJson.Parse(answer.Body);
            return DidDocument.TryParse(json.RootElement, out var document, out _) && document.Id == did ? document : null;
        }
        catch (MalformedJsonException)
        {
            return null;
        }
    }
}
