using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Sharing;

/// <summary>
/// The learner's name as the issuer recorded it with an award. No signed document has it, so it is shown as the issuer's
/// record, never as something signed.
/// </summary>
internal sealed class RecordedNames(CredentialsDb db, LearnerVault vault)
{
    /// <summary>The name; null once the learner is erased, or when what is stored is not what was written.</summary>
    public async Task<string?> FindAsync(AwardRow award, CancellationToken cancellationToken)
    {
        var learner = await db.Learners.AsNoTracking().SingleAsync(row => row.Id == award.LearnerId, cancellationToken);
        return RecordedProposal.Read(vault, learner, award)?.Learner is { } recorded ? $"{recorded.GivenName} {recorded.FamilyName}".Trim() : null;
    }
}
