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
        var stored = await credentials.FindAllByPublicIdAsync(publicId, FormatList.Embedded, cancellationToken);
        var readable = stored.Select(document => document.Utf8).OfType<byte[]>().ToList();
        return (stored, readable) switch
        {
            ([], _) => OwnRecord.Missing,
            (_, []) => OwnRecord.Damaged,
            ([var first, ..], _) => OwnRecord.Kept(first.Credential.IssuedAt!.Value, [.. readable.Select(utf8 => (ReadOnlyMemory<byte>)utf8)]),
        };
    }
}
