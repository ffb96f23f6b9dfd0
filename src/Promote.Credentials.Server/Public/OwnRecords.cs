using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Public;

/// <summary>Tells a verifier what this service has itself issued, and what became of it.</summary>
internal sealed class OwnRecords(CredentialsDb db, StoredCredentials credentials, OwnPlatformRecords ofPlatforms, PublishedIssuers issuers, RollbackGuard guard, PublicUrls urls) : IOwnRecords
{
    // Every form of Open Badges 3.0 has one id; the others have ids of their own.
    private static readonly IReadOnlyList<string> OpenBadges = [.. FormatList.All.Where(format => format.Family == FormatFamily.OpenBadges3).Select(format => format.Name)];
    private static readonly string EuropassIds = CredentialIds.EuropassIdOf(Guid.Empty)[..^36];

    private string[] OwnPrefixes => [urls.Credential(""), urls.Assertion(""), urls.StatusList("")];

    public ValueTask<OwnRecord> FindAsync(string credentialId, string issuerId, CancellationToken cancellationToken) =>
        FindPlainAsync(Plain(credentialId), issuerId, cancellationToken);

    public async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> AccreditationsOfAsync(string issuerId, CancellationToken cancellationToken)
    {
        if (await issuers.FindByDidAsync(issuerId, cancellationToken) is not { } member)
        {
            return [];
        }

        var documents = await db.Accreditations.AsNoTracking().Where(row => row.MemberId == member.Issuer.Id).OrderByDescending(row => row.CreatedAt).Select(row => row.Document).ToListAsync(cancellationToken);
        return documents.ConvertAll(document => (ReadOnlyMemory<byte>)document);
    }

    // One address can be written in many ways (RFC 3986 §6.2.2): whoever takes one of ours in another spelling takes ours.
    private string Plain(string id) =>
        Uri.TryCreate(id, UriKind.Absolute, out var url) && OwnPrefixes.Any(prefix => url.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal)) ? url.AbsoluteUri : id;

    private async ValueTask<OwnRecord> FindPlainAsync(string credentialId, string issuerId, CancellationToken cancellationToken) => credentialId switch
    {
        _ when credentialId.StartsWith(urls.StatusList(""), StringComparison.Ordinal) => OwnRecord.NotOurs,
        _ when credentialId.StartsWith(EuropassIds, StringComparison.Ordinal) =>
            await ByDocumentIdAsync(credentialId, FormatList.Europass, OwnRecord.NotOurs, cancellationToken),
        _ when credentialId.StartsWith(urls.Assertion(""), StringComparison.Ordinal) =>
            await ByDocumentIdAsync(credentialId[urls.Assertion("").Length..], FormatList.OpenBadges2, OwnRecord.Missing, cancellationToken),

        // A document in the name of one of our issuers that we do not know is a forgery, wherever its id points.
        _ when await issuers.FindByDidAsync(issuerId, cancellationToken) is not null => await ByIssuerAsync(credentialId, cancellationToken),
        _ when credentialId.StartsWith(urls.Credential(""), StringComparison.Ordinal) => await ByPublicIdAsync(credentialId, cancellationToken),
        _ => OwnRecord.NotOurs,
    };

    private async Task<OwnRecord> ByIssuerAsync(string credentialId, CancellationToken cancellationToken)
    {
        var ofAward = await ByPublicIdAsync(credentialId, cancellationToken);
        return ofAward.State == OwnRecordState.Missing ? await ofPlatforms.FindAsync(credentialId, cancellationToken) : ofAward;
    }

    // Found by its public id alone: a development service keeps its documents when it moves to another port.
    private async Task<OwnRecord> ByPublicIdAsync(string credentialId, CancellationToken cancellationToken) =>
        RecordOf(await credentials.FindAllByPublicIdAsync(credentialId[(credentialId.LastIndexOf('/') + 1)..], OpenBadges, cancellationToken), OwnRecord.Missing);

    private async Task<OwnRecord> ByDocumentIdAsync(string documentId, string format, OwnRecord otherwise, CancellationToken cancellationToken) =>
        RecordOf(await credentials.FindByDocumentIdAsync(documentId, format, cancellationToken) is { } stored ? [stored] : [], otherwise);

    private OwnRecord RecordOf(IReadOnlyList<StoredCredential> stored, OwnRecord otherwise)
    {
        var readable = stored.Select(document => document.Utf8).OfType<byte[]>().ToList();
        return (stored, readable) switch
        {
            ([], _) => otherwise,
            (_, []) => OwnRecord.Damaged,
            ([var first, ..], _) => OwnRecord.Kept(first.Credential.IssuedAt!.Value, [.. readable.Select(utf8 => (ReadOnlyMemory<byte>)utf8)]) with { Standing = StandingOf(first.Award), Vouched = first.Award.Vouched },
        };
    }

    private OwnStanding StandingOf(AwardRow award) => guard.WhyNot(award.IssuerId) is not null
        ? new OwnStanding(OwnStandingState.Restoring)
        : award.Status switch
        {
            AwardStatus.Valid => OwnStanding.InForce,
            AwardStatus.Suspended => new(OwnStandingState.Suspended, award.StatusSince, award.StatusReason),
            AwardStatus.Replaced => new(OwnStandingState.Replaced, award.StatusSince, award.StatusReason),
            _ => new(OwnStandingState.Revoked, award.StatusSince, award.StatusReason),
        };
}
