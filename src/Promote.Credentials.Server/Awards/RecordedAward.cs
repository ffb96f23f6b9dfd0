using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Awards;

/// <summary>An award of an issuer, and what it was made from.</summary>
/// <param name="Row">The award.</param>
/// <param name="Proposal">What was asked for; null once the learner is erased.</param>
internal sealed record RecordedAward(AwardRow Row, AwardProposal? Proposal)
{
    public static async Task<RecordedAward?> FindAsync(CredentialsDb db, LearnerVault vault, string issuerId, string id, CancellationToken cancellationToken)
    {
        var found = !RandomId.IsOne(id) ? null : await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.Id == id && award.IssuerId == issuerId
            select new { award, learner }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.award, RecordedProposal.Read(vault, found.learner, found.award));
    }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "RecordedAward ***";
}
