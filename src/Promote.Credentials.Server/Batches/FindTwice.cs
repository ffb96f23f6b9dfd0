using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>Finds lines about people who have the achievement already, and about people who stand in the file before: by any of their names.</summary>
internal sealed class FindTwice(CredentialsDb db, KnownLearners learners, KeyRing keyRing)
{
    /// <summary>What stands against lines that are good so far.</summary>
    public async Task<IReadOnlyList<(BatchLineRow Line, string Problem)>> RunAsync(BatchRow batch, IReadOnlyList<(BatchLineRow Line, Learner Learner)> good, CancellationToken cancellationToken)
    {
        var named = await learners.FindAsync([.. good.Select(one => (batch.IssuerId, one.Learner))], cancellationToken);
        var holders = await HoldersAsync(batch, named, cancellationToken);
        var seen = await SeenAsync(batch, good, named, cancellationToken);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<(BatchLineRow, string)>();
        foreach (var ((line, learner), known) in good.Zip(named.Select(one => one.Known?.Id)))
        {
            // Two people with an identifier each may share an address; whoever is named by it alone is one of both.
            var address = learner.Email is null ? null : Convert.ToHexString(keyRing.Hashes.Learner(batch.IssuerId, learner with { Identifier = null }));
            var isBefore = !seen.Add(Convert.ToHexString(line.Learner!)) | (known is not null && !seen.Add(known))
                | (address is not null && (learner.Identifier is null ? addresses : seen).Contains(address));
            if (address is not null)
            {
                addresses.Add(address);
            }

            if (known is not null && holders.Contains(known))
            {
                problems.Add((line, "Somebody with this address or identifier has a valid award of this achievement already."));
            }
            else if (isBefore)
            {
                problems.Add((line, "Somebody with this address or identifier stands in the file before."));
            }
        }

        return problems;
    }

    private async Task<HashSet<string>> HoldersAsync(BatchRow batch, IReadOnlyList<NamedLearner> named, CancellationToken cancellationToken)
    {
        var ids = named.Select(one => one.Known?.Id).OfType<string>().Distinct().ToList();
        return await (
            from award in db.Awards
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.AchievementId == batch.AchievementId && award.RevokedAt == null && (ids.Contains(learner.Id) || ids.Contains(learner.MergedInto!))
            select learner.MergedInto ?? learner.Id).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    // A line keeps one of its names: it is looked for by every name that its person has.
    private async Task<HashSet<string>> SeenAsync(BatchRow batch, IReadOnlyList<(BatchLineRow Line, Learner Learner)> good, IReadOnlyList<NamedLearner> named, CancellationToken cancellationToken)
    {
        var ids = (await learners.OneWithAsync(named.Select(one => one.Known?.Id).OfType<string>().Distinct(), cancellationToken)).ToDictionary(row => row.Id, row => row.MergedInto ?? row.Id, StringComparer.Ordinal);
        var names = (await db.LearnerLookups.Where(name => ids.Keys.Contains(name.LearnerId)).ToListAsync(cancellationToken)).ToDictionary(name => Convert.ToHexString(name.Lookup), name => ids[name.LearnerId], StringComparer.Ordinal);
        var lookups = names.Keys.Select(Convert.FromHexString)
            .Concat(good.SelectMany(one => keyRing.Hashes.LearnerLookups(batch.IssuerId, one.Learner))).ToList();

        // By the names first, which is what the limit is for: databases take the good lines of the batch for few, and would read all of them for each chunk.
        var before = await db.BatchLines.Where(line => line.Learner != null && lookups.Contains(line.Learner)).Take(int.MaxValue)
            .Where(line => line.BatchId == batch.Id && line.State == BatchLineState.Good).Select(line => line.Learner!).ToListAsync(cancellationToken);
        return [.. before.Select(Convert.ToHexString).SelectMany(name => names.TryGetValue(name, out var id) ? new[] { name, id } : [name])];
    }
}
