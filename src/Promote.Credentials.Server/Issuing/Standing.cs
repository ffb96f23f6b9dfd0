using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What the store knows when a request for an award arrives, asked in one question.</summary>
internal sealed record Standing
{
    private static readonly Func<CredentialsDb, string, string, byte[], byte[], CancellationToken, Task<Standing?>> Question = EF.CompileAsyncQuery(
        (CredentialsDb db, string issuerId, string achievementId, byte[] lookup, byte[] keyHash, CancellationToken cancellationToken) => (
            from issuer in db.Issuers.AsNoTracking().Where(row => row.Id == issuerId)
            from achievement in db.Achievements.Where(row => row.Id == achievementId && row.IssuerId == issuerId).DefaultIfEmpty()
            from learner in db.Learners.Where(row => row.IssuerId == issuerId && row.Lookup == lookup).DefaultIfEmpty()
            from answered in db.IdempotencyKeys.Where(row => row.IssuerId == issuerId && row.KeyHash == keyHash).DefaultIfEmpty()
            select new Standing
            {
                IssuerProfile = issuer.Profile,
                KeysRevision = issuer.KeysRevision,
                AchievementState = achievement == null ? null : achievement.State,
                PublishedVersion = achievement == null ? null : achievement.PublishedVersion,
                Learner = learner,
                Answered = answered,
            }).SingleOrDefault());

    public required string IssuerProfile { get; init; }

    /// <summary>Which of the issuer's keys are in force.</summary>
    public required int KeysRevision { get; init; }

    /// <summary>Null when the issuer has no such achievement.</summary>
    public required AchievementState? AchievementState { get; init; }

    public required int? PublishedVersion { get; init; }

    /// <summary>The learner, when the issuer awarded them before.</summary>
    public required LearnerRow? Learner { get; init; }

    /// <summary>What the same Idempotency-Key got before.</summary>
    public required IdempotencyKeyRow? Answered { get; init; }

    public static async Task<Standing> FindAsync(
        CredentialsDb db, string issuerId, string achievementId, byte[] lookup, byte[] keyHash, CancellationToken cancellationToken) =>
        await Question(db, issuerId, achievementId, lookup, keyHash, cancellationToken)
            ?? throw new InvalidOperationException("A client is bound to an issuer that is not there.");
}
