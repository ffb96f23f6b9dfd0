using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>
/// Whom an issuer knows by which name, and which learners are one person: what is asked about somebody is asked here first. A name leads to
/// the learner into whom whoever had it was merged; to everything of theirs lead the ids of all who were merged.
/// </summary>
internal sealed class KnownLearners(CredentialsDb db, LearnerVault vault, KeyRing keyRing)
{
    /// <summary>Whom an issuer means by the names of a learner.</summary>
    public async Task<NamedLearner> FindAsync(string issuerId, Learner learner, CancellationToken cancellationToken) =>
        (await FindAsync([(issuerId, learner)], cancellationToken))[0];

    /// <summary>Whom issuers mean by the names of learners, in the same order.</summary>
    public async Task<IReadOnlyList<NamedLearner>> FindAsync(IReadOnlyList<(string IssuerId, Learner Learner)> named, CancellationToken cancellationToken)
    {
        var lookups = named.SelectMany(one => keyRing.Hashes.LearnerLookups(one.IssuerId, one.Learner)).ToList();
        var found = await (
            from name in db.LearnerLookups
            join had in db.Learners on name.LearnerId equals had.Id
            join learner in db.Learners on had.MergedInto ?? had.Id equals learner.Id
            where lookups.Contains(name.Lookup)
            select new { name.Lookup, learner }).AsNoTrackingWithIdentityResolution().ToListAsync(cancellationToken);
        var known = found.ToDictionary(one => Convert.ToHexString(one.Lookup), one => one.learner, StringComparer.Ordinal);
        var all = new List<NamedLearner>(named.Count);
        foreach (var (issuerId, learner) in named)
        {
            all.Add(await MeantAsync(issuerId, learner, known, cancellationToken));
        }

        return all;
    }

    /// <summary>The learners who are one person with this one, each of an issuer's own: all whom they were merged with, and they themselves.</summary>
    public Task<List<LearnerRow>> OneWithAsync(string id, CancellationToken cancellationToken) => OneWithAsync([id], cancellationToken);

    /// <summary>The learners who are one person with one of these.</summary>
    public async Task<List<LearnerRow>> OneWithAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var asked = ids.ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        // One statement: between two, somebody could be merged into yet another one.
        var firsts = db.Learners.Where(row => asked.Contains(row.Id)).Select(row => row.MergedInto ?? row.Id).Distinct();
        var rows = await firsts.Join(db.Learners, first => first, row => row.Id, (_, row) => row)
            .Concat(firsts.Join(db.Learners, first => first, row => row.MergedInto, (_, row) => row))
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.CreatedAt)];
    }

    /// <summary>The learners who are one person with whoever is known by one of these names.</summary>
    public async Task<List<LearnerRow>> KnownByAsync(IEnumerable<byte[]> names, CancellationToken cancellationToken)
    {
        var lookups = names.ToList();
        return await OneWithAsync(await db.LearnerLookups.Where(name => lookups.Contains(name.Lookup)).Select(name => name.LearnerId).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The names by which an issuer knows somebody, with those that are given here first: all whom they were merged with have some.</summary>
    public async Task<IReadOnlyList<Learner>> NamesOfAsync(string issuerId, Learner learner, CancellationToken cancellationToken)
    {
        var rows = await OneWithAsync((await FindAsync(issuerId, learner, cancellationToken)).Ids, cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var theirs = (await db.LearnerLookups.Where(name => ids.Contains(name.LearnerId)).Select(name => name.Lookup).ToListAsync(cancellationToken)).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);

        // The address that a profile says may be that of somebody else, with whom it stayed. An identifier never is.
        bool IsTheirs(Learner name) => name.Email is not null && theirs.Contains(Convert.ToHexString(keyRing.Hashes.Learner(issuerId, name with { Identifier = null })));
        return [learner, .. rows.Select(ProfileOf).OfType<Learner>().Select(name => IsTheirs(name) ? name : name with { Email = null })];
    }

    /// <summary>How a learner was last named; null once they are erased.</summary>
    public Learner? ProfileOf(LearnerRow row)
    {
        using var key = vault.Open(row);
        return key is null ? null : StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, row.Id, row.Profile));
    }

    private async Task<NamedLearner> MeantAsync(string issuerId, Learner learner, Dictionary<string, LearnerRow> known, CancellationToken cancellationToken)
    {
        var names = keyRing.Hashes.LearnerLookups(issuerId, learner).ToList();
        LearnerRow? FindBy(byte[] name) => known.GetValueOrDefault(Convert.ToHexString(name));
        var byIdentifier = learner.Identifier is null ? null : FindBy(names[0]);
        var byAddress = learner.Email is null ? null : FindBy(names[^1]);
        if (learner.Identifier is not null && byAddress is not null && byAddress.Id != byIdentifier?.Id && await HasIdentifierAsync(byAddress, cancellationToken))
        {
            byAddress = null;
        }

        return new(byIdentifier, byAddress, names.FindAll(name => FindBy(name) is null));
    }

    // Two people with an identifier each may share an address, such as that of an office: the second is nobody whom the first is.
    private async Task<bool> HasIdentifierAsync(LearnerRow learner, CancellationToken cancellationToken) =>
        (await OneWithAsync(learner.Id, cancellationToken)).Exists(row => ProfileOf(row)?.Identifier is not null);
}
