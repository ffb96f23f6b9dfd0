using Promote.Credentials.Formats;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Public;

/// <summary>Tells a verifier what this service has itself issued.</summary>
internal sealed class OwnRecords(StoredCredentials credentials, PublishedIssuers issuers, PublicUrls urls) : IOwnRecords
{
    public async ValueTask<OwnRecord> FindAsync(string credentialId, string issuerId, CancellationToken cancellationToken)
    {
        // A document in the name of one of our issuers that we do not know is a forgery, wherever its id points.
        if (!credentialId.StartsWith(urls.Credential(""), StringComparison.Ordinal) && await issuers.FindByDidAsync(issuerId, cancellationToken) is null)
        {
            return OwnRecord.NotOurs;
        }

        // Found by its public id alone: a development service keeps its documents when it moves to another port.
        var publicId = credentialId[(credentialId.LastIndexOf('/') + 1)..];
        return await credentials.FindByPublicIdAsync(publicId, FormatList.OpenBadges3, cancellationToken) switch
        {
            null => OwnRecord.Missing,
            { Utf8: null } => OwnRecord.Damaged,
            { Utf8: { } utf8 } => OwnRecord.Kept(utf8),
        };
    }
}
