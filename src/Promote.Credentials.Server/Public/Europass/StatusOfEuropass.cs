using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public.Europass;

/// <summary>
/// Whether a European Digital Credential still holds, by its own id: the public record. No status inside the document fits both
/// published versions of the shapes. It leads to nothing else of the award.
/// </summary>
internal sealed class StatusOfEuropass(CredentialsDb db, RollbackGuard guard) : ControllerBase
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
            select new { credential.IssuedAt, Award = award }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NotHere.Problem;
        }

        return guard.WhyNot(found.Award.IssuerId) is { } refusal ? new Refused(refusal) : Ok(Answer.Of(documentId, found.IssuedAt, found.Award));
    }

    /// <param name="Status">Valid: it was issued here and neither revoked nor suspended. When it ends, it says itself.</param>
    internal sealed record Answer(
        string Id, AwardStatus Status, DateTimeOffset? IssuedAt, DateTimeOffset? SuspendedAt, string? SuspensionReason, DateTimeOffset? RevokedAt, string? RevocationReason)
    {
        public static Answer Of(string id, DateTimeOffset? issuedAt, AwardRow award) =>
            new(id, award.Status, issuedAt, award.SuspendedAt, award.SuspensionReason, award.RevokedAt, award.RevocationReason);
    }
}
