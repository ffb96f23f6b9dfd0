using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
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
        using var key = vault.Open(learner);
        if (key is null)
        {
            return null;
        }

        try
        {
            var recorded = StoredJson.Read<AwardProposal>(key.Decrypt(LearnerKey.Column.AwardDetails, award.Id, award.Details)).Learner;
            return $"{recorded.GivenName} {recorded.FamilyName}".Trim();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
