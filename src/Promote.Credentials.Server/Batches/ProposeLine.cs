using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// The award that a line asks for: what stands in it, or, where it names a confirmed assessment, what was assessed and nothing else. A cell
/// that says otherwise than the assessment is a problem.
/// </summary>
internal sealed class ProposeLine(CredentialsDb db, LearnerVault vault, TimeProvider time)
{
    private const string Otherwise = "The assessment says otherwise: leave the cell empty.";

    /// <param name="batch">The batch of the line.</param>
    /// <param name="cells">Its cells by column.</param>
    /// <param name="achievement">What is awarded.</param>
    /// <param name="problems">Takes what stands against it.</param>
    /// <param name="cancellationToken">Ends the search for an assessment.</param>
    public async Task<AwardProposal> OfAsync(BatchRow batch, IReadOnlyDictionary<string, string> cells, AchievementContent achievement, List<LineProblem> problems, CancellationToken cancellationToken)
    {
        var formats = batch.FormatNames;
        if (!cells.TryGetValue(BatchColumns.Assessment, out var id))
        {
            return LineProposal.Read(cells, achievement, formats, time.GetUtcNow(), problems) with { Vouched = batch.Vouched };
        }

        if (await FindAsync(batch, id, problems, cancellationToken) is { } found)
        {
            problems.AddRange(Contradictions(cells, found));
            return found with { Formats = formats };
        }

        // Nothing else is told of it until its assessment is one.
        return LineProposal.Read(cells, achievement, formats, time.GetUtcNow(), []);
    }

    private async Task<AwardProposal?> FindAsync(BatchRow batch, string id, List<LineProblem> problems, CancellationToken cancellationToken)
    {
        void Refuse(RefusalCode code, string detail) => problems.Add(LineProblem.Of(code, BatchColumns.Assessment, detail));

        var found = !RandomId.IsOne(id) ? null : await (
            from assessment in db.Assessments.AsNoTracking()
            join learner in db.Learners.AsNoTracking() on assessment.LearnerId equals learner.Id
            where assessment.Id == id && assessment.IssuerId == batch.IssuerId && assessment.AchievementId == batch.AchievementId
            select new { assessment, learner }).SingleOrDefaultAsync(cancellationToken);
        using var key = found is null ? null : vault.Open(found.learner);
        if (found is null || key is null)
        {
            Refuse(RefusalCode.NotFound, "There is no such assessment of this achievement.");
            return null;
        }

        if (found.assessment is not { State: AssessmentState.Confirmed, DecidedAt: { } decidedAt })
        {
            Refuse(RefusalCode.WrongState, "The assessment is not confirmed.");
            return null;
        }

        return StoredJson.Read<RecordedAssessment>(key.Decrypt(LearnerKey.Column.AssessmentDetails, id, found.assessment.Details)).Content.ToProposal(
            StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, found.learner.Id, found.learner.Profile)), new ConfirmedAssessment(id, found.assessment.AchievementVersion), decidedAt);
    }

    private static IEnumerable<LineProblem> Contradictions(IReadOnlyDictionary<string, string> cells, AwardProposal assessed)
    {
        var (learner, email, identifier) = (assessed.Learner, cells.GetValueOrDefault("email"), cells.GetValueOrDefault("identifier"));
        if ((email ?? identifier) is null || !(email is null || KeyedHashes.AreOne(email, learner.Email)) || !(identifier is null || identifier == learner.Identifier))
        {
            yield return LineProblem.Of(RefusalCode.InvalidValue, BatchColumns.Assessment, "The assessment is of somebody else: name its learner by the same address or identifier.");
            yield break;
        }

        foreach (var (column, text) in cells)
        {
            var isSame = column switch
            {
                BatchColumns.Assessment or "email" or "identifier" => true,
                "givenName" => text == learner.GivenName,
                "familyName" => text == learner.FamilyName,
                "language" => text == learner.Language,
                "dateOfBirth" => text == Day(learner.DateOfBirth),
                "awardedOn" => text == Day(DateOnly.FromDateTime(assessed.AwardedOn.UtcDateTime)),
                "narrative" => text == assessed.Narrative,
                _ => assessed.Results.Any(result => BatchColumns.Result + result.ResultDescription == column && result.Value == text),
            };
            if (!isSame)
            {
                yield return LineProblem.Of(RefusalCode.InvalidValue, column, Otherwise);
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
