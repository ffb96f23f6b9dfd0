using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Begins to assess a learner against the version of an achievement that is in force.</summary>
internal sealed class OpenAssessment(CredentialsDb db, LearnerFiles learners, KeyRing keyRing, TimeProvider time) : ControllerBase
{
    // Somebody else was first with the learner; then the learner is there.
    private const int MaxAttempts = 3;

    [HttpPost("/api/v1/assessments"), Access(Scope.AssessmentsWrite)]
    public async Task<IActionResult> RunAsync([FromBody] NewAssessment body, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var now = time.GetStoredNow();
        if (Learner.WhyNot(body.Learner, now) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var achievement = RandomId.IsOne(body.Achievement)
            ? await db.Achievements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == body.Achievement && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
        if (achievement is null)
        {
            return new Refused(RefusalCode.NotFound, "/achievement", "There is no such achievement.");
        }

        if (achievement is not { State: AchievementState.Published, PublishedVersion: { } version })
        {
            return new Refused(RefusalCode.WrongState, "/achievement", "Only a published achievement can be assessed.");
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var found = await OpenAsync(body, client, version, now, cancellationToken);
                Response.Headers.ETag = EntityTag.Of(found.Row.Revision);
                return Created($"/api/v1/assessments/{found.Row.Id}", AssessmentAnswer.Of(found));
            }
            catch (DbUpdateException lost) when (attempt < MaxAttempts && UniqueViolation.Is(lost, out _))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<FoundAssessment> OpenAsync(NewAssessment body, Client client, int version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lookup = keyRing.Hashes.Learner(client.IssuerId, body.Learner);
        var known = await db.Learners.AsNoTracking().SingleOrDefaultAsync(row => row.IssuerId == client.IssuerId && row.Lookup == lookup, cancellationToken);
        var (learner, openedKey) = learners.Keep(known, client.IssuerId, lookup, body.Learner, now);
        using var key = openedKey;
        var id = RandomId.New();
        var recorded = new RecordedAssessment(new AssessmentContent(), Reason: null);
        var row = new AssessmentRow
        {
            Id = id,
            IssuerId = client.IssuerId,
            AchievementId = body.Achievement,
            AchievementVersion = version,
            LearnerId = learner.Id,
            Kind = body.Kind,
            State = AssessmentState.Draft,
            Revision = 1,
            Authors = client.KeyId,
            Details = key.Encrypt(LearnerKey.Column.AssessmentDetails, id, StoredJson.WriteUtf8(recorded)),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Assessments.Add(row);
        db.Audit.Add(client.DidBecause("assessment.opened", id, now, reason: null, learner.Id, key, new { achievement = body.Achievement, version, kind = body.Kind }));
        await db.SaveChangesAsync(cancellationToken);
        return new FoundAssessment(row, learner, body.Learner, recorded, AwardId: null);
    }

    /// <summary>Who is to be assessed, and against what.</summary>
    internal sealed record NewAssessment
    {
        public required string Achievement { get; init; }

        public required Learner Learner { get; init; }

        public AssessmentKind Kind { get; init; }

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "NewAssessment ***";
    }
}
