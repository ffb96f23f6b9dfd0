using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>The row of a learner: made when an issuer names somebody for the first time, and kept as they were last named.</summary>
internal sealed class LearnerFiles(CredentialsDb db, LearnerVault vault)
{
    /// <summary>Opens the file of a learner; what is new about it is saved with the next commit. The caller disposes of the key.</summary>
    /// <param name="named">Whom the issuer means; names that nobody had become theirs.</param>
    /// <param name="issuerId">Whose learner it is.</param>
    /// <param name="learner">How the learner is named now.</param>
    /// <param name="now">When.</param>
    public (LearnerRow Row, LearnerKey Key) Keep(NamedLearner named, string issuerId, Learner learner, DateTimeOffset now)
    {
        // For many learners, each look would compare every row with what it was.
        using var _ = new Undetected(db.ChangeTracker);
        var known = named.Known ?? JustNamed(named, learner);
        var isNew = known is null;
        var row = known ?? new LearnerRow { Id = RandomId.New(), IssuerId = issuerId, KeyId = vault.KeyId, Profile = [], CreatedAt = now };
        var key = KeyOf(row, isNew);
        KeepProfile(row, learner, key, isNew, isRenamed: named.NewNames.Count > 0);
        db.LearnerLookups.AddRange(named.NewNames.Where(name => Added(name) is null).Select(name => new LearnerLookupRow { Lookup = name, LearnerId = row.Id }));
        return (row, key);
    }

    // Of many who are named with one commit, one may be another by another name. As when they are found: the identifier decides, and two
    // people with one each may share an address.
    private LearnerRow? JustNamed(NamedLearner named, Learner learner)
    {
        foreach (var name in named.NewNames)
        {
            var row = Added(name) is { } added ? db.Learners.Local.FindEntry(added.LearnerId)?.Entity : null;
            if (row is not null && (learner.Identifier is null || (ProfileOf(row).Identifier ?? learner.Identifier) == learner.Identifier))
            {
                return row;
            }
        }

        return null;
    }

    private LearnerLookupRow? Added(byte[] name) => db.LearnerLookups.Local.FindEntry(name) is { State: EntityState.Added } entry ? entry.Entity : null;

    private Learner ProfileOf(LearnerRow row)
    {
        using var key = KeyOf(row, isNew: false);
        return StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, row.Id, row.Profile));
    }

    private LearnerKey KeyOf(LearnerRow learner, bool isNew)
    {
        if (!isNew)
        {
            return vault.Open(learner) ?? throw new InvalidOperationException("An erased learner has no name and cannot be found.");
        }

        var key = vault.New(learner.Id, out var wrapped);
        learner.WrappedKey = wrapped;
        return key;
    }

    // A learner's profile is as they were last named; the award's own details keep how they were named then. A name that is left out this
    // time is kept: by it the issuer knows them all the same.
    private void KeepProfile(LearnerRow row, Learner learner, LearnerKey key, bool isNew, bool isRenamed)
    {
        var before = isNew ? null : StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, row.Id, row.Profile));
        var profile = learner with { Identifier = learner.Identifier ?? before?.Identifier, Email = learner.Email ?? before?.Email };

        // Whoever gets a name is written anyway: where they are erased at the same time, one of both commits fails.
        if (profile == before && !isRenamed)
        {
            return;
        }

        if (isNew)
        {
            db.Learners.Add(row);
        }
        else if (db.Entry(row).State == EntityState.Detached)
        {
            db.Learners.Attach(row);
        }

        row.Profile = key.Encrypt(LearnerKey.Column.LearnerProfile, row.Id, StoredJson.WriteUtf8(profile));
    }
}
