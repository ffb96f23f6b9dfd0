using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Public;

/// <summary>Resolves the did:web of this service's own issuers from the rows that did.json is served from. Others' are not fetched, so they stay unconfirmed.</summary>
internal sealed class OwnDids(PublishedIssuers issuers) : IDidResolver
{
    public async ValueTask<DidDocument?> ResolveAsync(string did, CancellationToken cancellationToken) =>
        (await issuers.FindByDidAsync(did, cancellationToken))?.Identity.DocumentOf(did);
}
