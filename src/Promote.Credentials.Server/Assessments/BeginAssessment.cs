using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Begins to assess a learner against the version of an achievement that is in force; for the API and for the desk.</summary>
internal sealed class BeginAssessment(CredentialsDb db, Catalogue catalogue, KnownLearners knownLearners, LearnerFiles learners, Oneself oneselves, TimeProvider time)
{
    // Somebody else was first with the learner, or erased them; then they are there, or not.
    private const int MaxAttempts = 3;

    public async Task<Decision<FoundAssessment>> RunAsync(NewAssessment asked, Client client, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        if (Learner.WhyNot(asked.Learner, now) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        if (await oneselves.WhyNotAsync(client, asked.Learner, cancellationToken) is { } oneself)
        {
            return oneself;
        }

        var achievement = RandomId.IsOne(asked.Achievement)
            ? await db.Achievements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == asked.Achievement && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
        if (achievement is null)
        {
            return new Refusal(RefusalCode.NotFound, "/achievement", "There is no such achievement.");
        }

        if (achievement is not { State: AchievementState.Published, PublishedVersion: { } version })
        {
            return new Refusal(RefusalCode.WrongState, "/achievement", "Only a published achievement can be assessed.");
        }

        if (WhoAssesses.WhyNot(client, (await catalogue.VersionAsync(db, achievement.Id, version, cancellationToken)).Content.Policy) is { } notAssessor)
        {
            return notAssessor;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OpenAsync(asked, client, version, now, cancellationToken);
            }
            catch (DbUpdateException lost) when (attempt < MaxAttempts && (lost is DbUpdateConcurrencyException || UniqueViolation.Is(lost, out _)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<FoundAssessment> OpenAsync(NewAssessment asked, Client client, int version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var named = await knownLearners.FindAsync(client.IssuerId, asked.Learner, cancellationToken);
        var (learner, openedKey) = learners.Keep(named, client.IssuerId, asked.Learner, now);
        using var key = openedKey;
        var id = RandomId.New();
        var recorded = new RecordedAssessment(new AssessmentContent(), Reason: null);
        var row = new AssessmentRow
        {
            Id = id,
            IssuerId = client.IssuerId,
            AchievementId = asked.Achievement,
            AchievementVersion = version,
            LearnerId = learner.Id,
            Kind = asked.Kind,
            State = AssessmentState.Draft,
            Revision = 1,
            Authors = client.KeyId,
            Details = key.Encrypt(LearnerKey.Column.AssessmentDetails, id, StoredJson.WriteUtf8(recorded)),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Assessments.Add(row);
        db.Audit.Add(client.DidBecause("assessment.opened", id, now, reason: null, learner.Id, key, new { achievement = asked.Achievement, version, kind = asked.Kind }));
        await db.SaveChangesAsync(cancellationToken);
        return new FoundAssessment(row, learner, asked.Learner, recorded, AwardId: null);
    }
}
