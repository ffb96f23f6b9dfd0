using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What the store knows when requests for awards of one achievement arrive. For one of them it is asked in one question.</summary>
internal sealed class Standing
{
    // A query is compiled for one model, and PostgreSQL's is another than SQLite's.
    private static readonly ConditionalWeakTable<IModel, Func<CredentialsDb, string, string, byte[], CancellationToken, Task<Found?>>> Questions = [];

    private readonly Found found;
    private readonly Dictionary<string, IdempotencyKeyRow> answered;

    private Standing(Found found, IEnumerable<IdempotencyKeyRow> answered) =>
        (this.found, this.answered) = (found, answered.ToDictionary(row => Convert.ToHexString(row.KeyHash), StringComparer.Ordinal));

    public string IssuerProfile => found.IssuerProfile;

    /// <summary>Which of the issuer's keys are in force.</summary>
    public int KeysRevision => found.KeysRevision;

    /// <summary>Null when the issuer has no such achievement.</summary>
    public AchievementState? AchievementState => found.AchievementState;

    public int? PublishedVersion => found.PublishedVersion;

    /// <param name="db">The database.</param>
    /// <param name="issuerId">Who asks.</param>
    /// <param name="achievementId">What is to be awarded.</param>
    /// <param name="keyHashes">Of each request, the keyed hash of its Idempotency-Key; empty where there is none.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<Standing> FindAsync(CredentialsDb db, string issuerId, string achievementId, IReadOnlyList<byte[]> keyHashes, CancellationToken cancellationToken)
    {
        var given = keyHashes.Where(hash => hash.Length > 0).ToList();
        var question = Questions.GetValue(db.Model, _ => Compile());
        var found = await question(db, issuerId, achievementId, given.FirstOrDefault() ?? [], cancellationToken)
            ?? throw new InvalidOperationException("A client is bound to an issuer that is not there.");
        return new Standing(found, given.Count > 1
            ? await db.IdempotencyKeys.AsNoTracking().Where(row => row.IssuerId == issuerId && given.Contains(row.KeyHash)).ToListAsync(cancellationToken)
            : found.Answered is { } one ? [one] : []);
    }

    /// <summary>What the same Idempotency-Key got before.</summary>
    public IdempotencyKeyRow? AnsweredOf(byte[] keyHash) => answered.GetValueOrDefault(Convert.ToHexString(keyHash));

    private static Func<CredentialsDb, string, string, byte[], CancellationToken, Task<Found?>> Compile() => EF.CompileAsyncQuery(
        (CredentialsDb db, string issuerId, string achievementId, byte[] keyHash, CancellationToken cancellationToken) => (
            from issuer in db.Issuers.AsNoTracking().Where(row => row.Id == issuerId)
            from achievement in db.Achievements.Where(row => row.Id == achievementId && row.IssuerId == issuerId).DefaultIfEmpty()
            from answered in db.IdempotencyKeys.Where(row => row.IssuerId == issuerId && row.KeyHash == keyHash).DefaultIfEmpty()
            select new Found(issuer.Profile, issuer.KeysRevision, achievement == null ? null : achievement.State, achievement == null ? null : achievement.PublishedVersion, answered)).SingleOrDefault());

    private sealed record Found(string IssuerProfile, int KeysRevision, AchievementState? AchievementState, int? PublishedVersion, IdempotencyKeyRow? Answered);
}
