using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Pathways;

/// <summary>What followed when somebody completed a pathway, under whichever name its issuer knows them.</summary>
internal sealed class CompletedPathways(CredentialsDb db, KnownLearners learners)
{
    /// <summary>The award that followed; null where none did yet.</summary>
    public async Task<string?> AwardOfAsync(PathwayRow pathway, Learner learner, CancellationToken cancellationToken)
    {
        var known = await learners.FindAsync(pathway.IssuerId, learner, cancellationToken);
        var ids = (await learners.OneWithAsync(known.Ids, cancellationToken)).ConvertAll(row => row.Id);
        return await db.PathwayCompletions.Where(row => row.PathwayId == pathway.Id && ids.Contains(row.LearnerId) && row.AwardId != null)
            .OrderBy(row => row.CreatedAt).Select(row => row.AwardId).FirstOrDefaultAsync(cancellationToken);
    }
}
