using Promote.Credentials.Formats;
using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Public;

/// <summary>Public ids and share links stand at the same addresses, and an id that leads nowhere tells neither which nor why.</summary>
internal sealed class VerificationLinks(StoredCredentials credentials, ShareLinks shares)
{
    public async Task<VerificationLink?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await credentials.FindByPublicIdAsync(id, FormatList.OpenBadges3, cancellationToken) is { } stored)
        {
            return new(stored, null);
        }

        return await shares.FindAsync(id, cancellationToken) is { } shared
            && await credentials.FindByPublicIdAsync(shared.Award.PublicId, FormatList.OpenBadges3, cancellationToken) is { } itsCredential
            ? new(itsCredential, shared.Link)
            : null;
    }
}
