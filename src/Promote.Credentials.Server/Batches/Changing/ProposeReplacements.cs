using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>The awards that take the place of those that lines name.</summary>
internal sealed class ProposeReplacements(CredentialsDb db, LearnerVault vault)
{
    /// <summary>In the order of the lines; the proposal is null once the learner is erased.</summary>
    public async Task<List<(BatchLineRow Line, AwardRow Old, AwardProposal? Proposal)>> OfAsync(IReadOnlyList<BatchLineRow> lines, BatchChange change, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.ChangesAwardId!).ToList();
        var found = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where ids.Contains(award.Id)
            select new { award, learner }).ToDictionaryAsync(one => one.award.Id, StringComparer.Ordinal, cancellationToken);
        return [.. lines.Select(line => found[line.ChangesAwardId!] is var old && RecordedProposal.Read(vault, old.learner, old.award) is { } recorded ? (line, old.award, change.Over(recorded)) : (line, old.award, (AwardProposal?)null))];
    }
}
