using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>The row of a learner: made when an issuer names somebody for the first time, and kept as they were last named.</summary>
internal sealed class LearnerFiles(CredentialsDb db, LearnerVault vault)
{
    /// <summary>Opens the file of a learner; what is new about it is saved with the next commit. The caller disposes of the key.</summary>
    /// <param name="known">The row where the issuer knows the learner.</param>
    /// <param name="issuerId">Whose learner it is.</param>
    /// <param name="lookup">The keyed hash by which the row is found.</param>
    /// <param name="learner">How the learner is named now.</param>
    /// <param name="now">When.</param>
    public (LearnerRow Row, LearnerKey Key) Keep(LearnerRow? known, string issuerId, byte[] lookup, Learner learner, DateTimeOffset now)
    {
        var row = known ?? new LearnerRow { Id = RandomId.New(), IssuerId = issuerId, Lookup = lookup, KeyId = vault.KeyId, Profile = [], CreatedAt = now };
        var key = KeyOf(row, isNew: known is null);
        KeepProfile(row, learner, key, isNew: known is null);
        return (row, key);
    }

    private LearnerKey KeyOf(LearnerRow learner, bool isNew)
    {
        if (!isNew)
        {
            return vault.Open(learner) ?? throw new InvalidOperationException("An erased learner has no lookup and cannot be found.");
        }

        var key = vault.New(learner.Id, out var wrapped);
        learner.WrappedKey = wrapped;
        return key;
    }

    // A learner's profile is as they were last named; the award's own details keep how they were named then.
    private void KeepProfile(LearnerRow row, Learner learner, LearnerKey key, bool isNew)
    {
        var profile = StoredJson.WriteUtf8(learner);
        if (!isNew && key.Decrypt(LearnerKey.Column.LearnerProfile, row.Id, row.Profile).AsSpan().SequenceEqual(profile))
        {
            return;
        }

        if (isNew)
        {
            db.Learners.Add(row);
        }
        else
        {
            db.Learners.Attach(row);
        }

        row.Profile = key.Encrypt(LearnerKey.Column.LearnerProfile, row.Id, profile);
    }
}
