using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.Europass;

/// <summary>
/// Whether a European Digital Credential still holds, by its own id: the public record. No status inside the document fits both
/// published versions of the shapes. It leads to nothing else of the award.
/// </summary>
internal sealed class StatusOfEuropass(CredentialsDb db) : ControllerBase
{
    [HttpGet("/europass/{id:guid}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var documentId = CredentialIds.EuropassIdOf(id);
        var found = await (
            from credential in db.Credentials.AsNoTracking()
            join award in db.Awards on credential.AwardId equals award.Id
            join learner in db.Learners on award.LearnerId equals learner.Id
            where credential.DocumentId == documentId && credential.Format == FormatList.Europass && credential.State == IssuingState.Issued && learner.WrappedKey != null
            select new { credential.IssuedAt, award.RevokedAt, award.RevocationReason }).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? NotHere.Problem
            : Ok(new Answer(documentId, found.RevokedAt is null ? RecordedStatus.Valid : RecordedStatus.Revoked, found.IssuedAt, found.RevokedAt, found.RevocationReason));
    }

    internal enum RecordedStatus
    {
        /// <summary>It was issued here and not revoked. When it ends, it says itself.</summary>
        Valid,

        Revoked,
    }

    internal sealed record Answer(string Id, RecordedStatus Status, DateTimeOffset? IssuedAt, DateTimeOffset? RevokedAt, string? RevocationReason);
}
