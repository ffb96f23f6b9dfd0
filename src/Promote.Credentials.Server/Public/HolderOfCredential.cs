using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Holders;

namespace Promote.Credentials.Server.Public;

/// <summary>
/// Whether an award is that of the person whom somebody names: yes or no, and no word about whose it is. The record of the issuer is asked,
/// because no Open Badge has a name in it.
/// </summary>
internal sealed class HolderOfCredential(CredentialsDb db, LearnerVault vault)
{
    /// <summary>Reads what somebody typed; null when it is nothing, or too long to be a name or an address.</summary>
    public static string? Typed(string? text) => text?.Trim() is { Length: > 0 and <= HolderMatch.MaxLength } typed ? typed : null;

    /// <summary>The answer. What is stored must be what was signed, else it is nobody's.</summary>
    public async Task<bool> IsAsync(string typed, AwardRow award, Report report, CancellationToken cancellationToken)
    {
        var learner = await db.Learners.AsNoTracking().SingleAsync(row => row.Id == award.LearnerId, cancellationToken);
        return report.Credential is not null
            && RecordedProposal.Read(vault, learner, award)?.Learner is { } recorded
            && HolderMatch.IsRecorded(typed, $"{recorded.GivenName} {recorded.FamilyName}", recorded.Email);
    }
}
